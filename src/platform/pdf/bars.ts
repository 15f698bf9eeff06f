/** Bars of whole numbers as a drawing for paper: a label in one line or two, its bar, its number or the words that say it. */
const WIDTH = 640;
const LABEL = 230;
const ROW = 40;
const LETTERS = 32;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** In two lines at most, cut between words; what is longer ends by an ellipsis. */
export function inLines(label: string): string[] {
  const lines = [""];
  for (const word of label.split(" ")) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length <= LETTERS || last === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first = "", second, ...rest] = lines;
  if (second === undefined) return [first.slice(0, LETTERS)];
  const cut = rest.length > 0 || second.length > LETTERS;
  return [first.slice(0, LETTERS), cut ? `${second.slice(0, LETTERS - 1)}…` : second];
}

export type Bar = { readonly label: string; readonly value: number; readonly text?: string };

/** `most`: what the longest bar may be worth, when the scale is known. */
export function barsSvg(bars: readonly Bar[], colour: string, most = 1): string {
  const scale = Math.max(most, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label, value, text = String(value) }, index) => {
    const middle = index * ROW + ROW / 2;
    const width = Math.round((value * (WIDTH - LABEL - 60)) / scale);
    const lines = inLines(label);
    const top = middle + 5 - (lines.length - 1) * 8;
    const words = lines.map(
      (line, rank) => `<text x="${LABEL - 10}" y="${top + rank * 16}" text-anchor="end">${escaped(line)}</text>`,
    );
    return `${words.join("")}<rect x="${LABEL}" y="${middle - 11}" width="${width}" height="22" rx="3" fill="${colour}"/>
<text x="${LABEL + width + 8}" y="${middle + 5}">${escaped(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${Math.max(1, bars.length) * ROW}" font-family="Source Sans 3" font-size="14" fill="#1c2128">${rows.join("")}</svg>`;
}
