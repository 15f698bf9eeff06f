/** A live workshop: what it asks, how its board is laid out, and the code that lets people in. Pure. */
import type { Instant } from "#kernel/day.ts";
import { type Id, type OrganizationId, type PersonId, parseId } from "#kernel/id.ts";
import { linesIn } from "#kernel/lines.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { RoomRefusalCode } from "./room.fr.ts";

export type RoomId = Id<"room">;
export type ScenarioId = Id<"scenario">;
export type LaneId = Id<"lane">;

/** Contributions in four columns; scenarios, each with its four columns; or columns of one's own. */
export const ROOM_KINDS = ["contributions", "scenario", "free"] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export const LANE_KINDS = {
  contributions: ["convergence", "divergence", "proposition", "role"],
  scenario: ["brake", "fear", "lever", "strength"],
  free: ["free"],
} as const satisfies Record<RoomKind, readonly string[]>;
export type LaneKind = (typeof LANE_KINDS)[RoomKind][number];

/** In the order in which cards came, or those that most people support first. */
export const SORTINGS = ["arrival", "supports"] as const;
export type Sorting = (typeof SORTINGS)[number];

/** What a room belongs to in another module: "consultation.session" and its identifier. */
export type RoomSubject = { readonly kind: string; readonly id: string };

/** "consultation.consultation:0197…", as an address says what a room is opened for; null when it names nothing. */
export function readSubject(text: string): RoomSubject | null {
  const [kind = "", id = ""] = text.split(":");
  return /^[a-z]+\.[a-zA-Z]+$/.test(kind) && parseId(id) !== null ? { kind, id } : null;
}

export type Room = {
  readonly id: RoomId;
  readonly organizationId: OrganizationId;
  readonly title: string;
  readonly question: string;
  readonly kind: RoomKind;
  readonly subject: RoomSubject | null;
  readonly code: string;
  /** Somebody without an account may come in. */
  readonly guests: boolean;
  readonly sorting: Sorting;
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
  readonly closedAt: Instant | null;
  readonly revision: number;
};

/** Neither O nor 0, neither I, L nor 1. */
const SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 6;
const CODE = new RegExp(`^[${SIGNS}]{${CODE_LENGTH}}$`);

/** A code out of bytes of chance; those that would make some signs likelier are passed over. Null: too few are left. */
export function codeOf(bytes: Uint8Array): string | null {
  const even = 256 - (256 % SIGNS.length);
  const signs = [...bytes].filter((byte) => byte < even).map((byte) => SIGNS[byte % SIGNS.length]);
  return signs.length < CODE_LENGTH ? null : signs.slice(0, CODE_LENGTH).join("");
}

/** A code as somebody typed it: small letters, spaces and dashes do not count. Null when it can be none. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, "");
  return CODE.test(code) ? code : null;
}

/** "ABC DEF": read aloud in two halves. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What people wrote one per line, each once. */
export const linesOf = (text: string): string[] => [...new Set(linesIn(text))];

const MOST_LINES = 8;
const TOO_FEW_OR_MANY = { scenarios: "room.scenarios", columns: "room.columns" } as const;
const MOST_LETTERS = { scenarios: 160, columns: 80 } as const;

/** What a board is made of, one line each: at least one, at most eight, none too long. */
export function refuseLines(
  field: keyof typeof MOST_LETTERS,
  lines: readonly string[],
): Refusal<RoomRefusalCode> | null {
  if (lines.length === 0 || lines.length > MOST_LINES) return refuse("invalid", TOO_FEW_OR_MANY[field], {}, field);
  if (lines.some((line) => line.length > MOST_LETTERS[field])) return refuse("invalid", "room.lineTooLong", {}, field);
  return null;
}
