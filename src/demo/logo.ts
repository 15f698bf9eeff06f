/** The logos of the story: a sign for each trade in the activity's own colour, drawn point by point. */
import { type Dot, drawPng } from "#platform/files/png-writer.ts";
import { chanceOf } from "./chance.ts";
import type { TradeKey } from "./trade.ts";

/** Colours that are read on white. */
const COLOURS = [
  "#0b5c55",
  "#7a1f5f",
  "#1f4e8c",
  "#8a3b12",
  "#3f5f1f",
  "#5a3a9a",
  "#9c2436",
  "#1d6072",
  "#6b4a12",
  "#2f4858",
] as const;

export function colourOf(activity: string): string {
  return chanceOf(`colour ${activity}`).pick(COLOURS);
}

/** True where the sign is, from −1 to 1 each way. */
type Sign = (x: number, y: number) => boolean;

const disc = (x: number, y: number, cx: number, cy: number, r: number) => (x - cx) ** 2 + (y - cy) ** 2 < r * r;
const leaf: Sign = (x, y) => disc(x, y, -0.45, 0.1, 0.8) && disc(x, y, 0.45, -0.1, 0.8);
const drop: Sign = (x, y) => disc(x, y, 0, 0.25, 0.5) || (y < 0.25 && y > -0.8 && Math.abs(x) < (y + 0.8) * 0.42);
const bolt: Sign = (x, y) =>
  (y < 0.12 && y > -0.8 && Math.abs(x + y * 0.35 - 0.02) < 0.24) ||
  (y > -0.12 && y < 0.8 && Math.abs(x + y * 0.35 + 0.02) < 0.22 * (1 - y));
const house: Sign = (x, y) =>
  (y < -0.1 && y > -0.75 && Math.abs(x) < (y + 0.75) * 1.15) ||
  (y >= -0.1 && y < 0.65 && Math.abs(x) < 0.55 && !(Math.abs(x) < 0.16 && y > 0.15));
const flower: Sign = (x, y) =>
  [0, 1, 2, 3, 4].some((turn) => {
    const angle = (turn * 2 * Math.PI) / 5 - Math.PI / 2;
    return disc(x, y, Math.cos(angle) * 0.45, Math.sin(angle) * 0.45, 0.32);
  }) && !disc(x, y, 0, 0, 0.18);
const steps: Sign = (x, y) =>
  [0, 1, 2].some((rank) => Math.abs(x + 0.5 - rank * 0.5) < 0.18 && y < 0.65 && y > 0.3 - rank * 0.45);
const ring: Sign = (x, y) => disc(x, y, 0, 0, 0.7) && !disc(x, y, 0, 0, 0.42);
const eye: Sign = (x, y) => leaf(y, x) && !(disc(x, y, 0, 0, 0.34) && !disc(x, y, 0.1, -0.1, 0.14));
const waves: Sign = (x, y) =>
  Math.abs(x) < 0.75 && [-0.4, 0, 0.4].some((level) => Math.abs(y - level - Math.sin(x * 6) * 0.1) < 0.09);
const bread: Sign = (x, y) =>
  (x / 0.8) ** 2 + (y / 0.5) ** 2 < 1 &&
  ![-0.35, 0, 0.35].some((cut) => Math.abs(x - cut + y * 0.5) < 0.06 && y < 0.15);
const diamond: Sign = (x, y) => Math.abs(x) + Math.abs(y) < 0.8 && !(Math.abs(x) + Math.abs(y) < 0.4);
const heart: Sign = (x, y) =>
  disc(x, y, -0.3, -0.2, 0.36) || disc(x, y, 0.3, -0.2, 0.36) || (y > -0.1 && y < 0.7 && Math.abs(x) < (0.7 - y) * 0.8);
const sun: Sign = (x, y) =>
  disc(x, y, 0, 0, 0.38) || (disc(x, y, 0, 0, 0.78) && !disc(x, y, 0, 0, 0.5) && Math.cos(Math.atan2(y, x) * 8) > 0.35);
const talk: Sign = (x, y) =>
  ((x / 0.75) ** 2 + ((y + 0.12) / 0.55) ** 2 < 1 || (y > 0.2 && y < 0.75 && x < -0.1 && x > -0.5 + (y - 0.2) * 0.3)) &&
  ![-0.32, 0, 0.32].some((dot) => disc(x, y, dot, -0.12, 0.1));

const SIGNS: Readonly<Record<TradeKey, Sign>> = {
  plumbing: drop,
  electricity: bolt,
  joinery: house,
  gardening: leaf,
  training: steps,
  stage: sun,
  craft: diamond,
  design: ring,
  photo: eye,
  translation: talk,
  homeCare: heart,
  wellbeing: flower,
  market: (x, y) => leaf(x * 1.1, y) || disc(x, y, 0.45, 0.45, 0.25),
  bakery: bread,
  repair: (x, y) => ring(x, y) && !(Math.abs(x - y) < 0.2 && x > 0),
  consulting: waves,
};

const SIDE = 150;
/** Points looked at in each dot, each way: what makes edges smooth. */
const FINE = 2;

/** A sign in white on a round of the activity's colour, the ground transparent. */
export function logoOf(activity: string, trade: TradeKey): Uint8Array {
  const colour = colourOf(activity);
  const ink = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
  const sign = SIGNS[trade];
  return drawPng(SIDE, SIDE, (px, py): Dot => {
    let [inside, white] = [0, 0];
    for (let part = 0; part < FINE * FINE; part += 1) {
      const x = ((px + ((part % FINE) + 0.5) / FINE) / SIDE) * 2 - 1;
      const y = ((py + (Math.floor(part / FINE) + 0.5) / FINE) / SIDE) * 2 - 1;
      if (!disc(x, y, 0, 0, 0.99)) continue;
      inside += 1;
      if (sign(x / 0.78, y / 0.78)) white += 1;
    }
    const share = inside === 0 ? 0 : white / inside;
    const [red, green, blue] = ink.map((part) => Math.round(part + (255 - part) * share)) as [number, number, number];
    return [red, green, blue, Math.round((255 * inside) / (FINE * FINE))];
  });
}
