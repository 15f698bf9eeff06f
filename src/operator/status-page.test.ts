import { expect, test } from "vitest";
import { loggedPath } from "#platform/http/logged-path.ts";
import { wantsJson } from "./log.entry.ts";
import { sizeText } from "./size.ts";
import { statusPage } from "./status-page.ts";

test("le journal garde les identifiants d'un chemin, jamais un lien qui ouvre un compte", () => {
  expect(loggedPath("/mot-de-passe/dhfC5KVAqnMRtNAJQACEg0js1e1o4sF2")).toBe("/mot-de-passe/…");
  const path = "/etabli/factures/0190a000-0000-7000-8000-0000000000aa.data";
  expect(loggedPath(path)).toBe(path);
});

test("la page d'attente dit la même chose en français et en anglais, et revient seule sauf après un envoi", () => {
  const page = statusPage("databaseAway", 5, "abc");
  expect(page).toContain("La base de données ne répond pas.");
  expect(page).toContain("The database does not answer.");
  expect(page).toContain('http-equiv="refresh" content="5"');
  expect(page).not.toContain("style=");
  expect(statusPage("databaseAwayUnsafe", null, "abc")).not.toContain("refresh");
});

test("une taille se lit", () => {
  expect(sizeText(0).fr).toBe("0 o");
  expect(sizeText(1023).fr).toBe("1023 o");
  expect(sizeText(12_400).fr).toBe("12,1 Ko");
  expect(sizeText(12_400).en).toBe("12.1 KB");
  expect(sizeText(250 * 1024 ** 3).fr).toBe("250 Go");
});

test("le journal est en JSON pour une machine, lisible dans un terminal", () => {
  expect(wantsJson({}, true)).toBe(false);
  expect(wantsJson({}, false)).toBe(true);
  expect(wantsJson({ ESSAIM_LOG: "json" }, true)).toBe(true);
});
