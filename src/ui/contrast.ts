/** Contrast of colours (WCAG 2.2, 1.4.3 and 1.4.11): a cooperative chooses its colour, the screens stay readable. */

export type Rgb = readonly [number, number, number];

/** Reads "#0b5c55" or "#fff"; null when it is not one. */
export function parseColour(text: string): Rgb | null {
  const long = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim())
    ? text.trim().replace(/[0-9a-f]/gi, "$&$&")
    : text.trim();
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long);
  if (!match) return null;
  const part = (index: number) => Number.parseInt(match[index] ?? "0", 16);
  return [part(1), part(2), part(3)];
}

export function colourToText(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(a[index] + (b[index] - a[index]) * share);
  return [part(0), part(1), part(2)];
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** Text, and text on a button. */
export const READABLE = 4.5;

/** The colour itself when it reads on every one of the grounds, else the nearest towards black or white that does. */
export function readableOn(colour: Rgb, grounds: readonly Rgb[], towards: "dark" | "light"): Rgb {
  const end = towards === "dark" ? BLACK : WHITE;
  for (let step = 0; step < 100; step++) {
    const candidate = mix(colour, end, step / 100);
    if (grounds.every((ground) => contrast(candidate, ground) >= READABLE)) return candidate;
  }
  return end;
}

export type Accent = {
  readonly colour: Rgb;
  readonly strong: Rgb;
  readonly on: Rgb;
  readonly ground: Rgb;
};

const LIGHT_SURFACES = [parseColour("#ffffff"), parseColour("#f7f6f3"), parseColour("#efede8")] as Rgb[];
const DARK_SURFACES = [parseColour("#1c2229"), parseColour("#14181d"), parseColour("#262d36")] as Rgb[];

/** The shades of a cooperative's colour for one theme: text and links, hover, text on it, ground of what is selected. */
export function accentFor(colour: Rgb, theme: "light" | "dark"): Accent {
  const surfaces = theme === "light" ? LIGHT_SURFACES : DARK_SURFACES;
  const surface = surfaces[0] as Rgb;
  const first = readableOn(colour, surfaces, theme === "light" ? "dark" : "light");
  const ground = mix(surface, first, theme === "light" ? 0.12 : 0.2);
  const chosen = readableOn(first, [...surfaces, ground], theme === "light" ? "dark" : "light");
  return {
    colour: chosen,
    strong: mix(chosen, theme === "light" ? BLACK : WHITE, 0.22),
    on: contrast(WHITE, chosen) >= READABLE ? WHITE : mix(chosen, BLACK, 0.86),
    ground,
  };
}

function declarations(accent: Accent): string {
  const { colour, strong, on, ground } = accent;
  return `--marque:${colourToText(colour)};--marque-forte:${colourToText(strong)};--sur-marque:${colourToText(on)};--marque-fond:${colourToText(ground)};--g1:${colourToText(colour)}`;
}

/**
 * A style sheet that gives the screens a cooperative's colour, in both themes. Its own file: no inline style.
 * ":root:root" outweighs style.css whatever the order in which they come.
 */
export function accentSheet(colour: Rgb): string {
  const dark = declarations(accentFor(colour, "dark"));
  return [
    `:root:root{${declarations(accentFor(colour, "light"))}}`,
    `@media (prefers-color-scheme:dark){:root:root:not([data-theme="clair"]){${dark}}}`,
    `:root:root[data-theme="sombre"]{${dark}}`,
  ].join("\n");
}

/** Null when the colour reads on light screens as it is; otherwise the nearest that does, to propose. */
export function betterColour(colour: Rgb): Rgb | null {
  const better = readableOn(colour, LIGHT_SURFACES, "dark");
  return colourToText(better) === colourToText(colour) ? null : better;
}
