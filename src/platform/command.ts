import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { Clock } from "./clock.ts";
import { type Database, forCommands, type Tx } from "./database/database.ts";
import { type Scope, withTenant } from "./database/tenant.ts";
import { newId } from "./id.ts";
import { type AuditFact, type Author, writeTrace } from "./trace.ts";
import type { Vault } from "./vault.ts";

/** Who calls: the session's identity and the cooperative of the path. What they may do is read from the tenant. */
export type Caller = { readonly organizationId: OrganizationId; readonly userId: Id<"user"> };

/** The actor of a tenant and its time zone, loaded at each request from the tenant's own rows. */
export type Presence = { readonly actor: Actor; readonly timeZone: string; readonly today: Day };
export type LoadPresence = (tx: Tx, caller: Caller, now: Instant) => Promise<Presence | null>;

/** What a command needs of the running application. */
export type CommandHost = {
  readonly database: Database;
  readonly clock: Clock;
  readonly loadPresence: LoadPresence;
  /** The same for a delegate of another cooperative, asked only by what is open to them. */
  readonly loadDelegate?: LoadPresence;
  /** Called after a commit that wrote to the outbox, so that effects start at once. */
  readonly wake: () => void;
  /** Encrypts what the database must not be able to tell. */
  readonly vault: Vault;
};

export type CommandContext = {
  readonly organizationId: OrganizationId;
  readonly actor: Actor;
  readonly tx: Tx;
  /** One reading of the clock for the whole act. */
  readonly now: Instant;
  /** The cooperative's calendar day of that reading. */
  readonly today: Day;
  /** True for a preview: everything is done then rolled back; takes no legal number, sends nothing. */
  readonly dryRun: boolean;
  readonly vault: Vault;
  /** A new identifier. */
  id<Noun extends string>(): Id<Noun>;
  /** Records what was done; every command that succeeds records at least one fact. */
  audit(fact: AuditFact): void;
  /** Asks for an effect after the commit (mail, PDF): a row of the outbox, in this transaction. */
  emit(event: string, payload: Record<string, Json>): void;
  /** Writes what was recorded and asked so far: called just before a lock that everybody waits for. */
  writeTrace(): Promise<void>;
};

export type Command<Input, Output> = {
  /** "sales.invoice.issue": module, noun, verb. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** Open to delegates of another cooperative too; its policy says for which work. Closed to them otherwise. */
  readonly delegable?: true;
  run(context: CommandContext, input: Input): Promise<Output | Refusal>;
};

/** Who is there: somebody of the house; a delegate where they are let in. Asked again by each request. */
export async function presenceOf(
  host: Pick<CommandHost, "loadPresence" | "loadDelegate">,
  tx: Tx,
  caller: Caller,
  now: Instant,
  delegates: boolean,
): Promise<Presence | null> {
  const presence = await host.loadPresence(tx, caller, now);
  if (presence !== null || !delegates || host.loadDelegate === undefined) return presence;
  return host.loadDelegate(tx, caller, now);
}

export function defineCommand<Input, Output>(command: Command<Input, Output>): Command<Input, Output> {
  return command;
}

export type ExecuteOptions = {
  /** Same key and same input: the first answer again. Same key and other input: refused. */
  readonly idempotencyKey?: string;
  readonly dryRun?: boolean;
};

type Pending = { facts: AuditFact[]; events: { event: string; payload: Record<string, Json> }[] };

class Rollback extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("rolled back");
    this.result = result;
  }
}

/** Input that does not fit the command: one code for each field, by path ("lines.2.unitPrice"). */
export type InvalidInput = Refusal<"input.invalid"> & { readonly fields: Readonly<Record<string, string>> };

export function invalidInput(fields: Record<string, string>): InvalidInput {
  return { ...refuse("invalid", "input.invalid"), fields };
}

/** The fields of a refusal of input, empty for any other refusal but its own field. */
export function fieldsOf(refusal: Refusal): Readonly<Record<string, string>> {
  if ("fields" in refusal) return (refusal as InvalidInput).fields;
  return refusal.field === undefined ? {} : { [refusal.field]: refusal.code };
}

/** Runs a command for a signed-in user: their actor is loaded first, nobody else gets in. */
export function execute<Input, Output>(
  host: CommandHost,
  caller: Caller,
  command: Command<Input, Output>,
  rawInput: unknown,
  options: ExecuteOptions = {},
): Promise<Output | Refusal> {
  return transact(host, caller, command, rawInput, options, async (tx, now) => {
    const presence = await presenceOf(host, tx, caller, now, command.delegable ?? false);
    if (presence === null) return refuse("missing", "access.notMember");
    const { actor, today } = presence;
    return { author: actor, today, run: (context, input) => command.run({ ...context, actor }, input) };
  });
}

/** What an act has whoever acts: everything but the actor. */
export type OpenContext = Omit<CommandContext, "actor">;
type Entered<Input, Output> = {
  readonly author: Author;
  readonly today: Day;
  run(context: OpenContext, input: Input): Promise<Output | Refusal>;
};

/**
 * One transaction, one tenant, one reading of the clock. Claims the idempotency key, lets in, runs, writes audit and
 * outbox rows, commits. A refusal, and a dry run, roll everything back and give nothing away.
 */
export async function transact<Input, Output>(
  host: CommandHost,
  scope: Scope,
  command: { readonly name: string; readonly input: z.ZodType<Input> },
  rawInput: unknown,
  options: ExecuteOptions,
  enter: (tx: Tx, now: Instant) => Promise<Entered<Input, Output> | Refusal>,
): Promise<Output | Refusal> {
  const parsed = command.input.safeParse(rawInput);
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
    return invalidInput(fields);
  }
  const now = host.clock();
  let woke = false;
  try {
    const output = await withTenant(forCommands(host.database), scope, async (tx) => {
      const replay = await claimKey(tx, scope, command.name, parsed.data, options.idempotencyKey, now);
      if (replay !== null) return replay as Output | Refusal;
      const entered = await enter(tx, now);
      if (isRefusal(entered)) throw new Rollback(entered);
      const pending: Pending = { facts: [], events: [] };
      let traced = 0;
      const flush = async () => {
        const { facts, events } = pending;
        if (facts.length + events.length === 0 || options.dryRun) return;
        pending.facts = [];
        pending.events = [];
        traced += facts.length;
        woke ||= events.length > 0;
        await writeTrace(tx, scope.organizationId, entered.author, command.name, facts, events, now);
      };
      const result = await entered.run(
        {
          organizationId: scope.organizationId,
          tx,
          now,
          today: entered.today,
          dryRun: options.dryRun ?? false,
          vault: host.vault,
          id: () => newId(now),
          audit: (fact) => pending.facts.push(fact),
          emit: (event, payload) => pending.events.push({ event, payload }),
          writeTrace: flush,
        },
        parsed.data,
      );
      if (isRefusal(result) || options.dryRun) throw new Rollback(result);
      await flush();
      if (traced === 0) throw new Error(`command ${command.name} left no trace`);
      if (options.idempotencyKey !== undefined) {
        await sql`update platform.idempotency set output = ${canonicalJson(result as Json)}::jsonb
          where organization_id = ${scope.organizationId} and key = ${options.idempotencyKey}`.execute(tx);
      }
      return result;
    });
    if (woke) host.wake();
    return output;
  } catch (error) {
    if (error instanceof Rollback) return error.result as Output | Refusal;
    throw error;
  }
}

async function claimKey(
  tx: Tx,
  { organizationId }: Scope,
  name: string,
  input: unknown,
  key: string | undefined,
  now: Instant,
): Promise<unknown | null> {
  if (key === undefined) return null;
  const hash = createHash("sha256")
    .update(canonicalJson(input as Json))
    .digest("hex");
  const claimed = await sql`insert into platform.idempotency (organization_id, key, command, input_hash, at)
    values (${organizationId}, ${key}, ${name}, ${hash}, ${now}) on conflict do nothing`.execute(tx);
  if (claimed.numAffectedRows === 1n) return null;
  const { rows } = await sql<{
    command: string;
    input_hash: string;
    output: unknown;
  }>`select command, input_hash, output
    from platform.idempotency where organization_id = ${organizationId} and key = ${key}`.execute(tx);
  const first = rows[0];
  if (!first || first.command !== name || first.input_hash !== hash) {
    throw new Rollback(refuse("conflict", "input.keyReused"));
  }
  return first.output;
}
