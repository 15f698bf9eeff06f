/** Who says that they come to a meeting, and who came. */
import type { PersonId } from "#kernel/id.ts";

export const ANSWERS = ["coming", "excused"] as const;
export const SEENS = ["present", "excused", "absent"] as const;

export type Presence = {
  readonly personId: PersonId;
  readonly answer: (typeof ANSWERS)[number] | null;
  readonly seen: (typeof SEENS)[number] | null;
};
