import type { Logger } from "pino";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { PersonalTable } from "#kernel/personal-data.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { Heading, Topic } from "#kernel/topic.ts";
import type { CommandContext, CommandHost } from "./command.ts";
import type { Tx } from "./database/database.ts";
import type { FieldSource } from "./document-field.ts";
import type { FileStore } from "./files/file-store.ts";
import type { Scanner } from "./files/scanner.ts";
import type { Changes } from "./live/changes.ts";
import type { SealPdf } from "./pdf/seal-pdf.ts";
import type { OpenCooperative } from "./public-command.ts";
import type { SealedTokens } from "./sealed-token.ts";
import type { Identity } from "./session/session.ts";
import type { Settings } from "./settings.ts";

/** How much of the demonstration is told. `day` is the story's own: the clock of the application meanwhile. */
export type DemoProgress = { readonly percent: number; readonly day: Day };

/** What everybody may know of the demonstration of this instance: it is made to be entered. */
export type Demo = {
  readonly logIns: readonly {
    readonly name: string;
    readonly email: string;
    readonly role: Readonly<Record<Language, string>>;
  }[];
  readonly password: string;
  /** Null once everything is told. */
  readonly progress: DemoProgress | null;
};

/** How many things wait for somebody, counted each time it is shown. */
export type Counter = {
  readonly topic: Topic;
  /** Where they are, within the cooperative. */
  readonly path: string;
  readonly count: (tx: Tx, organizationId: OrganizationId, actor: Actor) => Promise<number>;
};

/** How a person of the cooperative is written to. */
export type Contact = {
  readonly personId: PersonId;
  readonly userId: Id<"user"> | null;
  readonly firstName: string;
  readonly name: string;
  readonly email: string;
};

/** The running application: one per process, made by main.ts, handed to every request by its context. */
/** Public pages that a house may open: asking to join a cooperative, the directory of a network. */
export type PublicDoor = "application" | "network";

export type App = CommandHost & {
  readonly settings: Settings;
  readonly log: Logger;
  readonly identity: Identity;
  readonly files: FileStore;
  /** The antivirus that every file sent passes, when there is one. */
  readonly scanner: Scanner;
  /** Hears what is committed, here or in another process: for screens that look at one thing together. */
  readonly changes: Changes;
  /** Addresses that open one thing without an account. */
  readonly tokens: SealedTokens;
  /** The cooperative of a path, for one of its members; null for everybody else. */
  readonly findOrganization: (slug: string, userId: Id<"user">) => Promise<OrganizationId | null>;
  /** The house of a path that opened this door of its own, for anybody; null for every other path. */
  readonly openDoors: Readonly<Record<PublicDoor, (slug: string) => Promise<OpenCooperative | null>>>;
  /** What houses that sign what they bring are answered, on this instance as over HTTPS. */
  readonly answerMachine: (path: string, body: string) => Promise<{ readonly status: number; readonly body: string }>;
  /** A fingerprint that only this instance makes, of a text used for one purpose: what comes back with it came from us. */
  readonly seal: (purpose: string, text: string) => string;
  /** What the modules of this instance put in a new cooperative, in its first transaction. */
  readonly installers: readonly ((context: CommandContext) => Promise<void>)[];
  /** Names of the activities of a cooperative, among those given: for modules that know activities by their id only. */
  readonly activityNames: (
    tx: Tx,
    organizationId: OrganizationId,
    visible: "all" | ReadonlySet<ActivityId>,
  ) => Promise<readonly { readonly id: ActivityId; readonly code: string; readonly name: string }[]>;
  /** What names the cooperative in the files of its books. */
  readonly legalIdentity: (
    tx: Tx,
    organizationId: OrganizationId,
  ) => Promise<{ readonly siren: string; readonly legalName: string }>;
  /** Persons of a cooperative who are not archived, among those given: for modules that know them by their id only. */
  readonly contacts: (tx: Tx, organizationId: OrganizationId, ids: readonly PersonId[]) => Promise<readonly Contact[]>;
  /** What people may be told of, and what is counted for them. */
  readonly topics: readonly Topic[];
  readonly counters: readonly Counter[];
  /** The whole lists that leave by mail of a morning. */
  readonly digests: readonly Heading[];
  /** The page of what an entry or a room comes from ("sales.invoice", its id), told by the module that owns the kind; or null. */
  readonly sourceHref: (slug: string, kind: string, id: string) => string | null;
  /** Whether a room may be opened for a thing of another module: it exists, for whoever asks. */
  readonly readsSubject: (
    asking: { readonly tx: Tx; readonly organizationId: OrganizationId; readonly actor: Actor },
    kind: string,
    id: string,
  ) => Promise<boolean>;
  /** Seals a signed document with the key of this instance. */
  readonly sealPdf: SealPdf;
  /** What templates of documents may ask for, told by the modules that know it. */
  readonly documentFields: readonly FieldSource[];
  /** Which rows of the modules speak of somebody: given back to whoever asks what is known of them. */
  readonly personalData: readonly PersonalTable[];
  /** The demonstration of this instance; null where there is none, which is every real one. */
  readonly demo?: () => Demo | null;
  /** The sentence of a refusal, from the catalogue of the module that refuses. */
  readonly sentence: (refusal: Refusal, language: Language) => string;
  /** The sentence of a field's code ("field.required"). */
  readonly fieldSentence: (code: string, language: Language) => string;
};
