import { describe, expect, it } from "vitest";
import type { DocumentForm } from "./document-form.ts";
import { editPosted, emptyForm, FIRST_DEFAULTS } from "./document-form-edit.ts";
import { act, type EditorAct, type EditorSetting, type EditorState, openEditor } from "./editor-state.ts";

const setting: EditorSetting = { defaults: FIRST_DEFAULTS, language: "fr", sentence: (code) => `phrase de ${code}` };
const blank = emptyForm("ht", FIRST_DEFAULTS);
const [model] = blank.lines;
const named = (...names: string[]): DocumentForm => ({
  ...blank,
  lines: names.map((name, key) => ({ ...(model as object), name, key }) as DocumentForm["lines"][number]),
});
const played = (state: EditorState, ...acts: EditorAct[]) => acts.reduce((one, what) => act(one, setting, what), state);
const names = (state: EditorState) => state.form.lines.map((line) => (line.kind === "item" ? line.name : "")).join("");
const open = (form: DocumentForm, fields = {}) => openEditor(form, fields, FIRST_DEFAULTS);

describe("L'éditeur dans le navigateur", () => {
  it("une ligne supprimée revient à sa place", () => {
    const removed = played(open(named("A", "B", "C")), { act: "removeLine", key: 1 });
    expect(names(removed)).toBe("AC");
    expect(removed.told).toEqual({ what: "removed", line: 2 });
    expect(names(played(removed, { act: "undo" }))).toBe("ABC");
  });

  it("Entrée ajoute la ligne suivante et y porte le curseur", () => {
    const state = played(open(named("A", "B")), { act: "addAfter", key: 0 });
    expect(names(state)).toBe("AB");
    expect(state.form.lines[1]).toMatchObject({ name: "" });
    expect(state.focus).toEqual({ key: state.form.lines[1]?.key, control: "first" });
  });

  it("une erreur suit sa ligne quand elle bouge, et part quand on la corrige", () => {
    const state = played(open(named("A", "B"), { "lines.1.unitPrice": "Écrivez le prix." }), {
      act: "moveLine",
      key: 1,
      by: -1,
    });
    expect(names(state)).toBe("BA");
    expect(state.lineErrors[1]).toEqual({ unitPrice: "Écrivez le prix." });
    expect(played(state, { act: "setLine", key: 1, field: "unitPrice", value: "4" }).lineErrors[1]).toEqual({});
  });

  it("un champ est lu quand on le quitte, jamais pendant qu'on tape ; vide, il est laissé en paix", () => {
    const typed = played(open(named("A")), { act: "setLine", key: 0, field: "unitPrice", value: "douze" });
    expect(typed.lineErrors).toEqual({});
    const left = played(typed, { act: "leaveLine", key: 0, field: "unitPrice" });
    expect(left.lineErrors[0]).toEqual({ unitPrice: "phrase de line.amount" });
    expect(played(open(named("A")), { act: "leaveLine", key: 0, field: "unitPrice" }).lineErrors).toEqual({});
  });

  it("un calcul ou des heures se réécrivent une fois lus", () => {
    const typed = (field: string, value: string) =>
      played(
        open(named("A")),
        { act: "setLine", key: 0, field: "unitPrice", value: "1" },
        { act: "setLine", key: 0, field, value },
        { act: "leaveLine", key: 0, field },
      ).form.lines[0];
    expect(typed("unitPrice", "3*45")).toMatchObject({ unitPrice: "135,00" });
    expect(typed("quantity", "1h30")).toMatchObject({ quantity: "1,5" });
    expect(typed("unitPrice", "douze")).toMatchObject({ unitPrice: "douze" });
  });

  it("un refus du serveur recharge ce qu'il a lu, avec une ligne où écrire", () => {
    const state = played(open(named("A", "B")), { act: "load", form: { ...blank, lines: [] }, fields: {} });
    expect(state.form.lines).toHaveLength(1);
  });
});

describe("Sans script", () => {
  it("les boutons comptent les lignes comme l'écran, lignes vides comprises", () => {
    const posted = new FormData();
    ["A", "", "C"].forEach((name, index) => {
      posted.append(`lines.${index}.kind`, "item");
      posted.append(`lines.${index}.name`, name);
    });
    const press = (intent: string) =>
      editPosted(intent, posted, [], FIRST_DEFAULTS, "fr")?.lines.map((line) =>
        line.kind === "item" ? line.name : "-",
      );
    expect(press("line.up.2")).toEqual(["A", "C", ""]);
    expect(press("line.remove.0")).toEqual(["", "C"]);
    expect(press("refresh")).toEqual(["A", "", "C"]);
    expect(press("save")).toBeUndefined();
  });
});
