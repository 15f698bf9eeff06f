import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password.ts";

const EMAIL = "samira.roux@etabli.example";

describe("Un mot de passe", () => {
  it.each([
    ["une phrase de quelques mots", "les abeilles dansent le soir", null],
    ["une suite sans ordre", "x7Kq2Lm9Rt4w", null],
    ["un mot courant au milieu d'une phrase", "le soleil chauffe la ruche", null],
    ["onze caractères", "abeilles+mi", "password.tooShort"],
    ["cent vingt-neuf caractères", "abcde".repeat(26).slice(0, 129), "password.tooLong"],
    ["un mot usé et des chiffres", "MotDePasse2026!", "password.tooSimple"],
    ["le même avec des accents et des espaces", "mot de passé 2026", "password.tooSimple"],
    ["un mot usé répété", "soleilSoleilsoleil", "password.tooSimple"],
    ["le clavier", "azertyuiop12", "password.tooSimple"],
    ["une date", "12/11/1975-12/11/1975", "password.tooSimple"],
    ["quatre caractères différents", "abababcdcdcd", "password.tooSimple"],
    ["sa propre adresse", "samira.roux1", "password.tooSimple"],
    ["le nom de sa coopérative", "etabli-2026!", "password.tooSimple"],
  ])("%s", (_, password, problem) => {
    expect(passwordProblem(password, EMAIL)).toBe(problem);
  });
});
