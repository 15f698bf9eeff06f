/** A general assembly, from its draft to its closing; its motions. Pure. */
import { addDays, type Day, type Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import type { AssemblyKind, Call } from "../setup/articles.ts";

export type AssemblyId = Id<"assembly">;

export type AssemblyStatus = "draft" | "convened" | "open" | "closed" | "cancelled";
export type AssemblyAction = "update" | "convene" | "cancel" | "open" | "close";

export const assemblyTransitions: Transitions<AssemblyStatus, AssemblyAction> = {
  draft: { update: "draft", convene: "convened", cancel: "cancelled" },
  convened: { open: "open", cancel: "cancelled" },
  open: { close: "closed" },
  closed: {},
  cancelled: {},
};

export type Assembly = {
  readonly id: AssemblyId;
  readonly title: string;
  readonly kind: AssemblyKind;
  readonly call: Call;
  readonly startsAt: Instant;
  readonly place: string;
  readonly link: string;
  readonly agenda: string;
  readonly status: AssemblyStatus;
  readonly articlesVersion: number | null;
  readonly roomCode: string;
  readonly chair: string;
  readonly secretary: string;
  readonly convenedAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly version: number;
};

/** The first day on which an assembly that is called today may be held. */
export const earliestDay = (today: Day, days: number): Day => addDays(today, days);

/** The room is ready so many minutes before the hour. */
const EARLY_MINUTES = 120;
export const mayOpenFrom = (startsAt: Instant): Instant => minutesAfter(startsAt, -EARLY_MINUTES);
