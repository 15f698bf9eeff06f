import type { Channel } from "../answer/answer.ts";
import type { Axis, Phase } from "../consultation/consultation.ts";
import type { Asked, AxisFigures, Fraction, Group, Voice } from "./figures.ts";

/** What one structure said, with its name: quoted where the whole network reads. */
export type Verbatim = {
  readonly structure: string;
  readonly channel: Channel;
  /** Null: about none in particular. */
  readonly axis: string | null;
  readonly text: string;
};

export type PhaseResults = {
  readonly phase: Pick<Phase, "id" | "title">;
  readonly axes: readonly Axis[];
  readonly coverage: Fraction;
  readonly figures: readonly AxisFigures[];
  readonly networks: readonly Group[];
  readonly regions: readonly Group[];
  readonly channels: readonly Group[];
  readonly verbatims: readonly Verbatim[];
  readonly asked: readonly Asked[];
  readonly voices: readonly Voice[];
};
