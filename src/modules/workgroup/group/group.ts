/** A working group: persons of several structures, a subject, a mandate. Pure. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";

export const GROUP_READERS = ["network", "members"] as const;
export type GroupReaders = (typeof GROUP_READERS)[number];

export type WorkgroupId = Id<"workgroup">;

export type Workgroup = {
  readonly id: WorkgroupId;
  readonly title: string;
  readonly subject: string;
  readonly mandate: string;
  readonly readers: GroupReaders;
  readonly closedOn: Day | null;
  readonly version: number;
};

export type Member = {
  readonly id: Id<"workgroupMember">;
  readonly workgroupId: WorkgroupId;
  readonly personId: PersonId;
  readonly name: string;
  /** For whom they speak today, in words; empty without a seat. */
  readonly structures: string;
  readonly leads: boolean;
  readonly startsOn: Day;
};

export type Written = { readonly at: Instant; readonly by: string };
