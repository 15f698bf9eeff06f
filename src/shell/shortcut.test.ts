import { describe, expect, test } from "vitest";
import { type ShortcutMap, type Stroke, step, type Waiting } from "./shortcut.ts";

const map: ShortcutMap = {
  creations: { f: "/etabli/factures/nouvelle", d: "/etabli/devis/nouveau" },
  places: { a: "/etabli", m: "/etabli/argent" },
  lettersOn: true,
};
const plain = { ctrl: false, alt: false, inField: false, inDialog: false };
const press = (key: string, waiting: Waiting = null, more: Partial<Stroke> = {}, using = map) =>
  step({ ...plain, key, ...more }, waiting, using);

describe("le clavier", () => {
  test("n puis f commence une facture, a puis m va à l'argent", () => {
    expect(press("n")).toEqual({ waiting: "n", act: null });
    expect(press("f", "n").act).toEqual({ kind: "go", href: "/etabli/factures/nouvelle" });
    expect(press("a").waiting).toBe("a");
    expect(press("a", "a").act).toEqual({ kind: "go", href: "/etabli" });
    expect(press("M", "a").act).toEqual({ kind: "go", href: "/etabli/argent" });
  });

  test("une lettre inconnue après n ou a ne fait rien, et n'est pas prise pour un raccourci seul", () => {
    expect(press("v", "n")).toEqual({ waiting: null, act: null });
    expect(press("constructor", "n").act).toBeNull();
    expect(press("Shift", "n")).toEqual({ waiting: "n", act: null });
  });

  test.each([
    ["j", { kind: "row", direction: 1 }],
    ["k", { kind: "row", direction: -1 }],
    ["x", { kind: "select" }],
    ["v", { kind: "press", letter: "v" }],
    ["e", { kind: "press", letter: "e" }],
  ])("%s seul agit sur la ligne", (key, act) => expect(press(key).act).toEqual(act));

  test("dans un champ, dans une boîte de dialogue ou désactivées, les lettres restent des lettres", () => {
    for (const key of ["n", "a", "j", "k", "x", "v", "e"]) {
      expect(press(key, null, { inField: true })).toEqual({ waiting: null, act: null });
      expect(press(key, null, { inDialog: true })).toEqual({ waiting: null, act: null });
      expect(press(key, null, { alt: true })).toEqual({ waiting: null, act: null });
      expect(press(key, null, {}, { ...map, lettersOn: false })).toEqual({ waiting: null, act: null });
    }
    expect(press("f", "n", { inField: true }).act).toBeNull();
  });

  test("Ctrl K et Ctrl Entrée marchent partout, même dans un champ et lettres désactivées", () => {
    const off = { ...map, lettersOn: false };
    expect(press("k", null, { ctrl: true, inField: true }, off).act).toEqual({ kind: "palette" });
    expect(press("Enter", null, { ctrl: true, inField: true }, off).act).toEqual({ kind: "send" });
    expect(press("c", null, { ctrl: true }).act).toBeNull();
    expect(press("v", null, { ctrl: true }).act).toBeNull();
  });
});
