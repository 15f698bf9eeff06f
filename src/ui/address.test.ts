import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flash, readFlash } from "./flash.ts";
import { localPath } from "./local-path.ts";
import { readPreferences } from "./preferences.ts";
import { severalValues, typedValues } from "./problem.ts";
import { readSort, sortHref, withParameters } from "./url.ts";

describe("l'adresse est la vue", () => {
  test("le tri se lit et s'écrit ; tout autre texte n'est pas un tri", () => {
    expect(readSort("?tri=-date")).toEqual({ key: "date", descending: true });
    expect(readSort("?tri=client.name")).toEqual({ key: "client.name", descending: false });
    for (const search of ["", "?tri=", "?tri=--x", "?tri=a b", "?tri=a;drop", `?tri=${"a".repeat(50)}`]) {
      expect(readSort(search)).toBeNull();
    }
    expect(sortHref("?etat=late&page=3", { key: "date", descending: true })).toBe("?etat=late&tri=-date");
  });

  test("changer un filtre ramène à la première page et garde le reste", () => {
    expect(withParameters("?q=a&apres=x&etat=late", { etat: null })).toBe("?q=a");
    expect(withParameters("?page=4", { etat: "paid" })).toBe("?etat=paid");
    expect(withParameters("?etat=paid", { etat: "" })).toBe("");
  });
});

describe("le message qui survit à une redirection", () => {
  const cookieOf = (message: Parameters<typeof flash>[0]) => flash(message)["set-cookie"].split(";")[0] ?? "";

  test("ce qui est écrit se relit, quels que soient les caractères", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (text) => {
        const message = {
          fr: text,
          en: text,
          refused: text.length % 2 === 0,
          undo: { action: "/etabli/factures/1", fields: { intention: "annuler" } },
        };
        expect(readFlash(`langue=fr; ${cookieOf(message)}; theme=auto`)).toEqual(message);
      }),
    );
  });

  test("rien de malformé ne devient un message, ni un formulaire vers un autre site", () => {
    for (const text of ["", "message=", "message=%7B", "message=null", "message=%22a%22", "message=%E0%A4%A"]) {
      expect(readFlash(text)).toBeNull();
    }
    expect(readFlash(null)).toBeNull();
    expect(readFlash(`message=${encodeURIComponent('{"fr":"a","en":"a","refused":"oui"}')}`)).toBeNull();
    for (const action of ["https://ailleurs.example/", "//ailleurs.example", "javascript:alert(1)"]) {
      expect(readFlash(cookieOf({ fr: "a", en: "a", undo: { action, fields: {} } }))).toBeNull();
    }
  });
});

test("après un choix, on ne revient que chez nous", () => {
  expect(localPath("/etabli/factures?etat=late")).toBe("/etabli/factures?etat=late");
  for (const text of [
    "https://ailleurs.example",
    "//ailleurs.example",
    "/\\ailleurs.example",
    "",
    "a",
    "/a\nb",
    null,
  ]) {
    expect(localPath(text)).toBe("/");
  }
  expect(localPath(`/${"a".repeat(3000)}`)).toBe("/");
});

test("les préférences inconnues valent celles du départ", () => {
  expect(readPreferences(null)).toEqual({ theme: "auto", density: null, shortcuts: true });
  expect(readPreferences("theme=sombre; densite=compact; raccourcis=non")).toEqual({
    theme: "sombre",
    density: "compact",
    shortcuts: false,
  });
  expect(readPreferences("theme=rose; mytheme=clair").theme).toBe("auto");
});

test("ce qui a été tapé revient, sauf la clé et les fichiers", () => {
  const form = new FormData();
  form.append("subject", "Pose");
  form.append("cle", "k");
  form.append("file", new Blob(["x"]), "x.pdf");
  form.append("tag", "a");
  form.append("tag", "b");
  expect(typedValues(form)).toEqual({ subject: "Pose", tag: "a" });
  // The boxes of a group share a name: all that were ticked come back.
  expect(severalValues(form)).toEqual({ tag: ["a", "b"] });
});
