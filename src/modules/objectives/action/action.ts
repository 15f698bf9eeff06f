/** What the parties do together, and what proves it. Pure. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Objective } from "../target/target.ts";

export const STEP_STATES = ["underway", "done", "dropped"] as const;
export type StepState = (typeof STEP_STATES)[number];
/** Where an action stands: planned as long as nobody said anything of it. */
export type ActionState = "planned" | StepState;

export type Step = {
  readonly state: StepState;
  readonly note: string;
  /** The address of what proves it, or nothing. */
  readonly link: string;
  readonly by: string;
  readonly at: Instant;
};

export type JointAction = {
  readonly id: Id<"jointAction">;
  readonly title: string;
  readonly objectiveId: Objective["id"] | null;
  readonly carrierId: StructureId;
  readonly carrierName: string;
  readonly plannedOn: Day;
  /** All that was said of it, the latest first. */
  readonly steps: readonly Step[];
};

export const stateOf = ({ steps }: Pick<JointAction, "steps">): ActionState => steps[0]?.state ?? "planned";

/** Past its day, and neither done nor dropped. */
export function isLate(action: Pick<JointAction, "steps" | "plannedOn">, today: Day): boolean {
  return action.plannedOn < today && ["planned", "underway"].includes(stateOf(action));
}
