import { en } from "./operator.en.ts";
import { fr } from "./operator.fr.ts";

export type StatusWord = keyof typeof fr.page;

const STYLE =
  "body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;color:#1c2a28;background:#f6f7f5}main{max-width:36rem;margin:15vh auto 0;padding:0 1.5rem}h1{font-size:1rem;letter-spacing:.04em;color:#0b5c55}p{margin:1rem 0}p+p{color:#4d5a58}@media(prefers-color-scheme:dark){body{color:#e7ece9;background:#141a19}h1{color:#7fd1c6}p+p{color:#a9b5b2}}";

/**
 * A whole page that needs nothing else to show: no database, no script, no other file. French sentence, then English.
 * `again`: seconds after which the browser asks again by itself; null when it must not (a form was sent).
 */
export function statusPage(word: StatusWord, again: number | null, nonce: string): string {
  const refresh = again === null ? "" : `<meta http-equiv="refresh" content="${again}">`;
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>Essaim</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>Essaim</h1><p role="status">${fr.page[word]}</p><p lang="en">${en.page[word]}</p></main></body></html>
`;
}

/** The same for a caller that does not show pages. */
export function statusText(word: StatusWord): string {
  return `${fr.page[word]} / ${en.page[word]}\n`;
}
