/** Short ways to write a template: a title, an article, a paragraph, an item. Two stars make a text bold. Pure. */
import { typeset } from "#kernel/language.ts";
import type { PageBlock, PageInline } from "#platform/pdf/printable-pages.ts";

function inlines(words: string): PageInline[] {
  return typeset(words)
    .split("**")
    .map((part, index) => (index % 2 === 1 ? { text: part, bold: true } : { text: part }))
    .filter((part) => part.text !== "");
}

export const title = (text: string): PageBlock => ({
  kind: "heading",
  level: 1,
  align: "left",
  inlines: inlines(text),
});
export const article = (text: string): PageBlock => ({
  kind: "heading",
  level: 2,
  align: "left",
  inlines: inlines(text),
});
export const text = (words: string): PageBlock => ({
  kind: "paragraph",
  align: "left",
  indent: 0,
  inlines: inlines(words),
});
export const item = (words: string): PageBlock => ({ kind: "item", label: "•", level: 0, inlines: inlines(words) });

const cell = (...words: string[]) => ({ span: 1, blocks: words.map(text) });

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): PageBlock => ({
  kind: "table",
  widths: head.map(() => 1),
  head: 1,
  ruled: true,
  rows: [head.map((words) => cell(`**${words}**`)), ...rows.map((row) => row.map((words) => cell(words)))],
});

/** Who signs, side by side. */
export const signatures = (left: string, right: string): readonly PageBlock[] => [
  text("Fait à {{document.lieu}}, le {{document.date}}."),
  {
    kind: "table",
    widths: [1, 1],
    head: 0,
    ruled: false,
    rows: [
      [
        cell("**Pour la coopérative**", right, "{{cooperative.representant}}, {{cooperative.representant_qualite}}"),
        cell(`**${left}**`, "{{personne.nom_complet}}"),
      ],
    ],
  },
];

/** The two sides, as every contract names them. */
export const sides = (name: string): readonly PageBlock[] => [
  text("**Entre**"),
  text(
    "**{{cooperative.nom}}**, {{cooperative.forme}}, dont le siège est {{cooperative.adresse}}, immatriculée sous le numéro SIREN {{cooperative.siren}} ({{cooperative.rcs}}), représentée par {{cooperative.representant}}, {{cooperative.representant_qualite}}, ci-après « la coopérative »,",
  ),
  text("**et**"),
  text(
    `**{{personne.nom_complet}}**, né(e) le {{personne.naissance_date}} à {{personne.naissance_lieu}}, demeurant {{personne.adresse}}, ci-après « ${name} »,`,
  ),
  text("il est convenu ce qui suit."),
];

/** On each page of what the house gives: it is a beginning, not advice. */
export const WARNING = "Modèle à faire relire par votre conseil avant tout usage.";
/** Which words of the house: a paper made before keeps the day of its own. */
const EDITION = "Modèle fourni par Essaim, édition du 27 novembre 2026.";

export const letterhead: readonly PageBlock[] = [text("{{cooperative.nom}}"), text("{{cooperative.adresse}}")];
export const foot: readonly PageBlock[] = [
  text("{{cooperative.nom}}, SIREN {{cooperative.siren}}"),
  text(`${EDITION} ${WARNING}`),
];
