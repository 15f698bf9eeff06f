/** Brand colours made readable: what is printed in them, or on them in white, has a contrast of 4.5 to 1 (WCAG 2.2 AA). */

type Rgb = readonly [red: number, green: number, blue: number];

const CONTRAST = 4.5;
const DEFAULT: Rgb = [31, 95, 168];

/** "#1f5fa8" darkened as little as needed to be read on white; our blue when the text is not a colour. */
export function readableColour(colour: string): string {
  let rgb = parse(colour) ?? DEFAULT;
  for (let step = 0; step < 64 && contrastWithWhite(rgb) < CONTRAST + 0.35; step++) {
    rgb = [rgb[0] * 0.95, rgb[1] * 0.95, rgb[2] * 0.95];
  }
  return format(rgb);
}

/** A very light shade of a colour, for backgrounds under dark text. */
export function tintOf(colour: string): string {
  const rgb = parse(colour) ?? DEFAULT;
  return format([255 - (255 - rgb[0]) * 0.07, 255 - (255 - rgb[1]) * 0.07, 255 - (255 - rgb[2]) * 0.07]);
}

/** Contrast ratio of WCAG 2.2 between a colour and white. */
export function contrastWithWhite(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

export function parse(colour: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  return match === null ? null : (match.slice(1).map((hex) => Number.parseInt(hex, 16)) as unknown as Rgb);
}

function format(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
