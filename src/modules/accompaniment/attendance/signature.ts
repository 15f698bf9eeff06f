/** Signing that one was there: a drawing, one's name, or the paper sheet that somebody saw. */
import { dayIn, type Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import { fold } from "#ui/fold.ts";
import type { WorkshopRefusalCode } from "../workshop/workshop.fr.ts";
import type { WorkshopSession } from "../workshop/workshop.ts";

export type SignatureMethod = "drawn" | "typed" | "paper" | "erased";

export type Signature = {
  readonly personId: PersonId;
  readonly part: "participant" | "trainer";
  readonly method: SignatureMethod;
  readonly strokes: string;
  readonly typedName: string;
  readonly digest: string;
  readonly signedAt: Instant;
};

/** The frame in which one draws. */
export const FRAME = { width: 400, height: 160 } as const;
/** A drawing is what an SVG path says with lines only: "M10 20L30 40". */
const STROKES = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/;
const MOST = 12_000;
/** Fewer points than this are a slip of the finger. */
const FEWEST_POINTS = 4;

export function isDrawing(strokes: string): boolean {
  return strokes.length <= MOST && STROKES.test(strokes) && (strokes.match(/[ML]/g)?.length ?? 0) >= FEWEST_POINTS;
}

/** The points of each line of a drawing. */
export function linesOf(strokes: string): [number, number][][] {
  return strokes
    .split("M")
    .slice(1)
    .map((line) => line.split("L").map((point) => point.split(" ").map(Number) as [number, number]));
}

/** The same name, whatever the capitals, the accents and the order of its words. */
export function isSameName(typed: string, name: string): boolean {
  const words = (text: string) =>
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .sort()
      .join(" ");
  return words(typed) === words(name);
}

const OPENS_BEFORE = -30;

/** From half an hour before the beginning to the end of that day there. */
export function checkMoment(
  session: Pick<WorkshopSession, "startsAt">,
  now: Instant,
  timeZone: string,
): Refusal<WorkshopRefusalCode> | null {
  if (now < minutesAfter(session.startsAt, OPENS_BEFORE)) return refuse("conflict", "signature.tooEarly");
  const over = dayIn(now, timeZone) > dayIn(session.startsAt, timeZone);
  return over ? refuse("conflict", "signature.tooLate") : null;
}
