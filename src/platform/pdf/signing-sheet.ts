/** A sheet that people sign: facts, then a line for each person with a frame, drawn in it what they drew. PURE. */
import type { Day } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";

export type SigningSheet = {
  readonly language: Language;
  readonly title: string;
  readonly issuer: string;
  readonly date: Day;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly [name: string, state: string, signature: string];
  readonly rows: readonly {
    readonly name: string;
    readonly state: string;
    /** Lines of points in a frame of 400 by 160; none: the frame is empty, to be signed with a pen. */
    readonly lines: readonly (readonly (readonly [number, number])[])[];
    /** What stands in the frame instead of a drawing: a written name. */
    readonly written: string;
  }[];
  readonly footer: string;
};

/** In Typst: a row does not break over two pages, the head of the table comes again on each. */
export const SIGNING_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.issuer, date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set text(font: "Source Sans 3", size: 10pt, fill: rgb("#1c2128"), lang: data.language, hyphenate: false)
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 18mm), footer: context {
  set text(size: 7.5pt, fill: rgb("#57606a"))
  grid(columns: (1fr, auto), column-gutter: 8mm, data.footer, [#counter(page).display()])
})
#show heading: it => it.body
#heading(level: 1, text(size: 17pt, weight: "semibold", data.title))
#v(-0.4em)
#text(fill: rgb("#57606a"), data.issuer)
#v(0.5em)
#for fact in data.facts [#text(fill: rgb("#57606a"), fact.at(0)) : #fact.at(1) #linebreak()]
#v(0.5em)
#let drawing(lines) = box(width: 40mm, height: 16mm, {
  for points in lines {
    for index in range(1, points.len()) {
      let from = points.at(index - 1)
      let to = points.at(index)
      place(top + left, line(
        start: (from.at(0) * 0.1mm, from.at(1) * 0.1mm),
        end: (to.at(0) * 0.1mm, to.at(1) * 0.1mm),
        stroke: (thickness: 0.9pt, cap: "round"),
      ))
    }
  }
})
#table(
  columns: (1fr, 42mm, 48mm),
  stroke: 0.5pt + rgb("#9aa4af"),
  inset: 3mm,
  align: horizon,
  table.header(..data.columns.map(word => text(weight: "semibold", word))),
  ..data.rows.map(row => (
    row.name,
    row.state,
    if row.lines.len() > 0 { drawing(row.lines) } else { box(width: 40mm, height: 16mm, align(horizon, text(style: "italic", row.written))) },
  )).flatten(),
)
`;

/** What the template reads. */
export function sheetData(sheet: SigningSheet, clean: (text: string) => string): string {
  const date = sheet.date.split("-").map(Number);
  return JSON.stringify({ ...sheet, date }, (_, value) => (typeof value === "string" ? clean(value) : value));
}
