/** Only gathers how each module opens what others come from: entries and rooms link back without knowing it. */
import { bidSources } from "./modules/bid/sources.ts";
import { consultationSources } from "./modules/consultation/sources.ts";
import { consultationSubjects } from "./modules/consultation/subjects.store.ts";
import { governanceSources } from "./modules/governance/sources.ts";
import { salesSources } from "./modules/sales/sources.ts";
import type { App } from "./platform/app.ts";

/** By source kind: the path within the cooperative. */
export type SourcePaths = Readonly<Record<string, (id: string) => string>>;

const SOURCES: SourcePaths = {
  ...salesSources,
  ...governanceSources,
  ...consultationSources,
  ...bidSources,
  "contribution.run": () => "contribution",
  "ledger.reversal": (id) => `compta/ecritures/${id}`,
};

export function sourceHref(slug: string, kind: string, id: string): string | null {
  const path = SOURCES[kind];
  return path === undefined ? null : `/${slug}/${path(id)}`;
}

type Asking = Parameters<App["readsSubject"]>[0];
const SUBJECTS: Readonly<Record<string, (asking: Asking, id: string) => Promise<boolean>>> = consultationSubjects;

/** Whether a room may be opened for that: a kind that says so, a thing that exists for whoever asks. */
export async function readsSubject(asking: Asking, kind: string, id: string): Promise<boolean> {
  return Object.hasOwn(SUBJECTS, kind) && (await SUBJECTS[kind]?.(asking, id)) === true;
}
