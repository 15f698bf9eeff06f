import { en } from "./embedded.en.ts";
import { fr } from "./embedded.fr.ts";

/** Why the embedded database does not start: the key of its sentence. */
export type EmbeddedProblem = keyof typeof fr.refusals;
export type Facts = Readonly<Record<string, string | number>>;

function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(facts[name] ?? placeholder));
}

/**
 * The embedded database cannot be opened, for a reason that the person who started Essaim can act upon.
 * `message` is the French sentence then the English one, for a terminal; `sentences` has them apart.
 */
export class EmbeddedError extends Error {
  readonly code: EmbeddedProblem;
  readonly facts: Facts;
  readonly sentences: { readonly fr: string; readonly en: string };

  constructor(code: EmbeddedProblem, facts: Facts = {}) {
    const sentences = { fr: fill(fr.refusals[code], facts), en: fill(en.refusals[code], facts) };
    super(`${sentences.fr}\n${sentences.en}`);
    this.name = "EmbeddedError";
    this.code = code;
    this.facts = facts;
    this.sentences = sentences;
  }
}

/** Another live process of Essaim holds this data folder. */
export class AlreadyRunning extends EmbeddedError {
  constructor(facts: { readonly directory: string; readonly pid: number | string }) {
    super("embedded.already-running", facts);
    this.name = "AlreadyRunning";
  }
}

/** What the launcher tells while it works. Those named in `events` of the catalogue have a sentence for people. */
export type EmbeddedEventName =
  | keyof typeof fr.events
  | "embedded.binaries-linked"
  | "embedded.binaries-copied"
  | "embedded.created"
  | "embedded.stale-file-removed"
  | "embedded.waiting"
  | "embedded.started"
  | "embedded.adopted"
  | "embedded.replaced"
  | "embedded.exited"
  | "embedded.stopped";

export type EmbeddedEvent = { readonly name: EmbeddedEventName; readonly facts: Facts };
export type EmbeddedLog = (event: EmbeddedEvent) => void;

/** The French and English sentences of an event that a person should read; null for a trace event. */
export function sentencesOf(event: EmbeddedEvent): { readonly fr: string; readonly en: string } | null {
  if (!Object.hasOwn(fr.events, event.name)) return null;
  const name = event.name as keyof typeof fr.events;
  return { fr: fill(fr.events[name], event.facts), en: fill(en.events[name], event.facts) };
}
