import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { findInvoice } from "#modules/sales/index.server.ts";
import { type Caller, type Command, type CommandHost, execute, type Presence } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { DocumentType } from "#platform/files/file-content.ts";
import type { FileStore } from "#platform/files/file-store.ts";
import type { HeldPurpose } from "#platform/files/held-file.store.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { executePublic, type PublicCommand } from "#platform/public-command.ts";
import type { PersonKey } from "./people.ts";

/** Every key of the story begins so: a run that was cut finds what it had already done. */
export const KEY_PREFIX = "demo1:";

/** A command refused what the story tells. The story goes on without it. */
export class Skipped extends Error {}

/** What a command answers when it does not refuse. */
export type Accepted<Output> = Exclude<Output, { readonly refused: true }>;

/** Where the story is played: real commands, each at its own moment, each with its own key. */
export type Stage = {
  readonly organizationId: OrganizationId;
  /** True when an earlier run has done this act to its end. */
  isDone(key: string): boolean;
  /** Runs a command as that person at that moment, or gives the answer of the run that did it before. */
  run<Input, Output>(
    key: string,
    by: PersonKey,
    at: Instant,
    command: Command<Input, Output>,
    input: unknown,
  ): Promise<Accepted<Output>>;
  /** Runs a public command at that moment, as somebody without an account. */
  publicly<Input, Output>(
    key: string,
    at: Instant,
    command: PublicCommand<Input, Output>,
    input: unknown,
  ): Promise<Accepted<Output>>;
  /** What an earlier act answered. Skipped when it did not happen. */
  answer<T>(key: string): T;
  /** Sends a file as that person, to be kept by their next command: its identifier. */
  hold(
    by: PersonKey,
    at: Instant,
    purpose: HeldPurpose,
    file: { readonly bytes: Uint8Array; readonly type: DocumentType; readonly name: string },
  ): Promise<Id<"heldFile">>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads what that person could at that moment. */
  readAs<T>(by: PersonKey, at: Instant, work: (tx: Tx, presence: Presence) => Promise<T>): Promise<T>;
  /** Waits until the paper of an issued invoice is there. */
  paper(invoiceId: Id<"invoice">): Promise<void>;
  /** Makes the account of a person known, so that they may act. */
  enter(person: PersonKey, userId: Id<"user">): void;
};

type StageOptions = {
  readonly host: Omit<CommandHost, "clock">;
  readonly files: FileStore;
  readonly organizationId: OrganizationId;
  /** Waits until invitations have tied accounts to persons. */
  readonly settle: () => Promise<void>;
};

const TIE_TRIES = 100;
const TIE_WAIT_MS = 50;
const PAPER_TRIES = 600;
const PAPER_WAIT_MS = 100;

/** Opens the stage with the memory of earlier runs. */
export async function openStage({ host, files, organizationId, settle }: StageOptions): Promise<Stage> {
  const users = new Map<PersonKey, Id<"user">>();
  const scope = { organizationId, userId: null };
  const answers = await withTenant(host.database, scope, async (tx) => {
    const { rows } = await sql<{ key: string; output: unknown }>`select key, output from platform.idempotency
      where organization_id = ${organizationId} and starts_with(key, ${KEY_PREFIX})`.execute(tx);
    return new Map(rows.map((row) => [row.key.slice(KEY_PREFIX.length), row.output]));
  });

  const stage: Stage = {
    organizationId,
    isDone: (key) => answers.has(key),
    enter: (person, userId) => users.set(person, userId),
    async hold(by, at, purpose, file) {
      const userId = users.get(by);
      if (userId === undefined) throw new Skipped(`${by} has not joined`);
      const sources = { database: host.database, files, clock: () => at };
      const held = await holdBytes(sources, { organizationId, userId }, purpose, file);
      if (held === null) throw new Skipped(`too many files of ${by} wait`);
      return held.id;
    },
    read: (work) => withTenant(host.database, scope, work),
    async readAs(by, at, work) {
      const caller = { organizationId, userId: users.get(by) ?? null };
      return withTenant(host.database, caller, async (tx) => {
        const presence = caller.userId === null ? null : await host.loadPresence(tx, caller as Caller, at);
        if (presence === null) throw new Skipped(`${by} has not joined`);
        return work(tx, presence);
      });
    },
    async paper(invoiceId) {
      for (let tries = 0; tries < PAPER_TRIES; tries++) {
        const invoice = await stage.read((tx) => findInvoice(tx, organizationId, invoiceId));
        if (invoice?.pdfHash != null) return;
        await sleep(PAPER_WAIT_MS);
      }
      throw new Skipped("the paper of the invoice is not there");
    },
    answer<T>(key: string): T {
      const found = answers.get(key);
      if (found === undefined) throw new Skipped(`${key} did not happen`);
      return found as T;
    },
    async publicly<Input, Output>(key: string, at: Instant, command: PublicCommand<Input, Output>, input: unknown) {
      const before = answers.get(key);
      if (before !== undefined) return before as Accepted<Output>;
      const open = { organizationId, timeZone: "Europe/Paris" };
      const options = { idempotencyKey: KEY_PREFIX + key };
      const result = await executePublic({ ...host, clock: () => at }, open, command, input, options);
      if (isRefusal(result)) throw new Skipped(`${key}: ${command.name} refused, ${describe(result)}`);
      answers.set(key, result);
      return result as Accepted<Output>;
    },
    async run<Input, Output>(
      key: string,
      by: PersonKey,
      at: Instant,
      command: Command<Input, Output>,
      input: unknown,
    ): Promise<Accepted<Output>> {
      const before = answers.get(key);
      if (before !== undefined) return before as Accepted<Output>;
      const userId = users.get(by);
      if (userId === undefined) throw new Skipped(`${by} has not joined`);
      const caller = { organizationId, userId };
      const options = { idempotencyKey: KEY_PREFIX + key };
      let result = await execute({ ...host, clock: () => at }, caller, command, input, options);
      // An invitation ties the account to the person after its commit: the first act of somebody new waits for it.
      for (let tries = 0; isCode(result, "access.notMember") && tries < TIE_TRIES; tries++) {
        await settle();
        await sleep(TIE_WAIT_MS);
        result = await execute({ ...host, clock: () => at }, caller, command, input, options);
      }
      if (isRefusal(result)) throw new Skipped(`${key}: ${command.name} refused, ${describe(result)}`);
      answers.set(key, result);
      return result as Accepted<Output>;
    },
  };
  return stage;
}

function isCode(result: unknown, code: string): boolean {
  return isRefusal(result) && result.code === code;
}

function describe(refusal: Refusal): string {
  const { code, facts } = refusal;
  const fields = "fields" in refusal ? refusal.fields : {};
  return `${code} ${JSON.stringify(facts)} ${JSON.stringify(fields)}`;
}
