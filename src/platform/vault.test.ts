import { expect, it } from "vitest";
import { type DataKey, keyOf, openVault } from "./vault.ts";

const key = (id: string, fill: number): DataKey => ({ id, key: Buffer.alloc(32, fill) });
const about = { organizationId: "one", personId: "samira", column: "nir" };

it("ouvre ce qu’il a fermé, deux fois la même chose ne se ressemblent pas, et la longueur ne dit rien", () => {
  const vault = openVault(() => [key("a", 1)]);
  const sealed = vault.seal("yes", about);
  expect(vault.open(sealed, about)).toEqual({ plain: "yes" });
  expect(vault.seal("yes", about)).not.toBe(sealed);
  expect(vault.seal("no", about)).toHaveLength(sealed.length);
  const long = "é€".repeat(900);
  expect(vault.open(vault.seal(long, about), about)).toEqual({ plain: long });
});

it("ne s’ouvre ni pour une autre coopérative, ni pour une autre personne, ni dans une autre colonne", () => {
  const vault = openVault(() => [key("a", 1)]);
  const sealed = vault.seal("yes", about);
  for (const other of [{ organizationId: "two" }, { personId: "karim" }, { column: "health" }]) {
    expect(vault.open(sealed, { ...about, ...other })).toEqual({ fault: "altered" });
  }
});

it("voit chaque octet changé, une étiquette raccourcie, un autre nom de clé", () => {
  const keys = [key("a", 1), key("b", 1)];
  const vault = openVault(() => keys);
  const sealed = vault.seal("255081416802538", about);
  const [format = "", id = "", nonce = "", content = ""] = sealed.split(".");
  const bytes = Buffer.from(content, "base64url");
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    const text = [format, id, nonce, changed.toString("base64url")].join(".");
    expect([place, vault.open(text, about)]).toEqual([place, { fault: "altered" }]);
  }
  for (const text of [
    sealed.slice(0, -6),
    `1.a.${nonce}.`,
    `1.b.${nonce}.${content}`,
    `2.a.${nonce}.${content}`,
    "",
    "255081416802538",
  ]) {
    expect(vault.open(text, about)).toHaveProperty("fault", "altered");
  }
});

it("une nouvelle clé chiffre, l’ancienne ouvre encore, une clé absente se dit", () => {
  let keys = [key("a", 1)];
  const vault = openVault(() => keys);
  const other = openVault(() => keys);
  const before = vault.seal("yes", about);
  keys = [key("b", 2), ...keys];
  const after = other.seal("yes", about);
  expect([keyOf(before), keyOf(after), vault.currentKey()]).toEqual(["a", "b", "b"]);
  // A vault that was open before the rotation finds the new key by itself.
  expect([vault.open(after, about), vault.open(before, about)]).toEqual([{ plain: "yes" }, { plain: "yes" }]);
  expect(openVault(() => [key("b", 2)]).open(before, about)).toEqual({ fault: "key" });
});
