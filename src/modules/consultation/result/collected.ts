import type { Board } from "#modules/room/index.ts";
import type { EventPart, NetworkEvent } from "../event/event.ts";
import type { LandscapeLine } from "../landscape/landscape.ts";
import type { Position } from "../position/position.ts";
import type { Adoption, Decision, Roadmap, Workstream } from "../roadmap/roadmap.ts";
import type { PhaseResults } from "./phase-results.ts";

export type CollectedEvent = {
  readonly event: NetworkEvent;
  readonly parts: readonly EventPart[];
  /** People. */
  readonly registered: number;
  readonly came: number;
  /** Cooperatives of those known on its first day. */
  readonly reached: { readonly registered: number; readonly came: number; readonly known: number };
};
export type CollectedRoadmap = {
  readonly roadmap: Roadmap;
  readonly workstreams: readonly Workstream[];
  readonly decisions: readonly Decision[];
  /** What each structure says today, of so many known. */
  readonly adoptions: readonly Adoption[];
  readonly known: number;
};

/** What a consultation gave and led to. */
export type Collected = {
  readonly synthesis: string;
  readonly landscape: readonly LandscapeLine[];
  /** Every version of each. */
  readonly positions: readonly Position[];
  readonly phases: readonly PhaseResults[];
  readonly events: readonly CollectedEvent[];
  readonly boards: readonly Board[];
  readonly roadmaps: readonly CollectedRoadmap[];
};
