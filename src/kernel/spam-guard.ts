/** What tells a program from somebody who writes, without asking anybody to look at pictures. */
import type { Instant } from "./day.ts";

/** Nobody reads the page and fills it faster. */
const LEAST_MS = 2_000;
/** A page left open for longer is read again: its meetings may be full. */
const MOST_MS = 24 * 3_600_000;

/** A field that people do not see: what fills it is a program. */
export const TRAP = "website";

type Seal = (purpose: string, text: string) => string;
const PURPOSE = "public form";

/** When a form was given out, in a form that only this instance makes. */
export function stampOf(now: Instant, slug: string, seal: Seal): string {
  const moment = String(Date.parse(now));
  return `${moment}.${seal(PURPOSE, `${slug} ${moment}`)}`;
}

export type Pace = "right" | "tooFast" | "tooOld";

/** How long a form took. A stamp that we did not make counts as an old one. */
export function paceOf(stamp: string, now: Instant, slug: string, seal: Seal): Pace {
  const [moment = "", mark = ""] = stamp.split(".");
  if (!/^\d{1,15}$/.test(moment) || mark !== seal(PURPOSE, `${slug} ${moment}`)) return "tooOld";
  const took = Date.parse(now) - Number(moment);
  if (took < LEAST_MS) return "tooFast";
  return took > MOST_MS ? "tooOld" : "right";
}

/** Who sends, as far as limits go: an address of IPv6 changes within its network of one house (/64). */
export function senderOf(address: string, slug: string, seal: Seal): string {
  const network = address.includes(":") ? expanded(address).slice(0, 4).join(":") : address;
  return seal("sender of a public form", `${slug} ${network}`);
}

function expanded(address: string): string[] {
  const [before = "", after] = address.toLowerCase().split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array.from({ length: zeros }, () => "0"), ...tail].map((part) => part.replace(/^0+(?=.)/, ""));
}
