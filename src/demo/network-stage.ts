import type { Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Stage } from "./stage.job.ts";

/** What the parts of the network are told with: its own stage, those of the sister houses, and who speaks for whom. */
export type NetworkStage = {
  readonly network: Stage;
  readonly sisters: ReadonlyMap<string, Stage>;
  readonly etabli: Stage;
  readonly now: Instant;
  /** The structure of a key: "etabli", the slug of a sister house, or a key of network-plan.ts. */
  structure(key: string): string;
  person(key: string): PersonId;
};
