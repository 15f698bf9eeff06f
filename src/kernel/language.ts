/** The two languages of the screens. French is the reference: English files are typed by the French ones. */
export type Language = "fr" | "en";

/** "Facture {number} du {date}" with its facts. A missing fact stays visible as {name}: a test looks for it. */
export function fill(sentence: string, facts: Readonly<Record<string, string>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}

/** French as it is set: no line breaks before « : ; ? ! » % € or inside quotation marks. */
export function typeset(sentence: string): string {
  return sentence.replace(/ (?=[:;?!»%€])/g, "\u00a0").replace(/« /g, "«\u00a0");
}

/** The shape of the English side of a catalogue: the French keys, any text. A missing sentence does not compile. */
export type Translation<T> = T extends string
  ? string
  : T extends (...facts: never[]) => unknown
    ? T
    : { readonly [K in keyof T]: Translation<T[K]> };
