/** Text as XML, by hand: a document is written once, in order, without a tree. */

/** What XML 1.0 forbids in text, or discourages: control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const SPECIAL = /[&<>"]/g;
const ENTITY: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text safe inside an element or a double-quoted attribute; forbidden characters are dropped, line ends become LF. */
export function escapeXml(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(FORBIDDEN, (character) => (character === "\n" || character === "\t" ? character : ""))
    .replace(SPECIAL, (character) => ENTITY[character] ?? "");
}

/** An element of ready XML content; nothing at all when the content is empty. */
export function element(name: string, ...content: readonly string[]): string {
  const inner = content.join("");
  return inner === "" ? "" : `<${name}>${inner}</${name}>`;
}

/** An element of text, escaped and trimmed; nothing when there is no text. */
export function text(name: string, value: string | undefined, attributes = ""): string {
  const content = value === undefined ? "" : escapeXml(value).trim();
  return content === "" ? "" : `<${name}${attributes}>${content}</${name}>`;
}

/** An attribute, with the space before it. */
export function attribute(name: string, value: string): string {
  return ` ${name}="${escapeXml(value)}"`;
}
