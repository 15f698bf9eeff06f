/** The cooperative's colour carries white text and stands on white: it must be readable there (WCAG 1.4.3). */

export const READABLE_CONTRAST = 4.5;

const HEX = /^#[0-9a-f]{6}$/;

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of a colour on white, from 1 to 21. Throws on what is not "#rrggbb". */
export function contrastOnWhite(colour: string): number {
  if (!HEX.test(colour)) throw new RangeError(`not a colour: ${colour}`);
  return 1.05 / (luminance(colour) + 0.05);
}

/** The same colour, darkened by hundredths of itself until it can be read on white. */
export function nearestReadable(colour: string): string {
  for (let kept = 100; kept > 0; kept--) {
    const darker = `#${channels(colour)
      .map((value) =>
        Math.floor((value * kept) / 100)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
    if (contrastOnWhite(darker) >= READABLE_CONTRAST) return darker;
  }
  return "#000000";
}
