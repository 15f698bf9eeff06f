import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, expect, test } from "vitest";
import type { OrganizationId } from "#kernel/id.ts";
import { openDatabase, openPool, type Tx } from "#platform/database/database.ts";
import { chance } from "../harness/chance.ts";
import {
  administratorOf,
  databaseProcesses,
  killHard,
  makeDataFolder,
  postmasterOf,
  removeDataFolders,
} from "../harness/folder.ts";
import { killPrograms, type Program, startProgram } from "../harness/program.ts";
import { faultsOfBooks, numbersOf } from "./books.ts";
import { copyDrafts } from "./cooperative.ts";

/** What is killed in each round. `server`: the database's first process; `backends`: all of its processes at once. */
type Victim = "application" | "server" | "backends" | "both";
const ROUNDS: readonly Victim[] = [
  "application",
  "server",
  "application",
  "backends",
  "application",
  "both",
  "application",
  "server",
  "application",
  "backends",
  "application",
  "both",
];
const DRAFTS = 96;
/** Another seed plays other moments: ESSAIM_SEED=7 npm test. */
const SEED = Number(process.env.ESSAIM_SEED ?? "20261122");

const FIXTURE = new URL("./application.fixture.ts", import.meta.url).pathname;

afterEach(async () => {
  await killPrograms();
});
afterAll(removeDataFolders, 60_000);

test("tuer l'application ou la base pendant seize émissions à la fois ne perd ni ne double aucun numéro", async () => {
  const folder = await makeDataFolder();
  const random = chance(SEED);
  const acknowledged = new Map<string, string>();
  const told: Record<Victim, number> = { application: 0, server: 0, backends: 0, both: 0 };
  let unanswered: string[] = [];
  let inDoubt = 0;
  let program = startProgram([FIXTURE, folder]);
  const organizationId = (await program.says("ready")).organizationId as OrganizationId;

  for (const [round, victim] of ROUNDS.entries()) {
    const where = `round ${round}, ${victim} killed, seed ${SEED}`;
    const drafts = await look(folder, (tx) => copyDrafts(tx, organizationId, DRAFTS));
    // Those who got no answer before the kill ask again, with the same key.
    const asked = [...unanswered, ...drafts];
    const before = program.said.length;
    program.tell({ issue: asked });
    const answers = () => program.said.slice(before).filter((fact) => "issued" in fact || "refused" in fact);
    const moment = 8 + random.below(DRAFTS / 2);
    await program.until(() => answers().length >= moment);
    await sleep(random.below(12));
    await strike(victim, folder, program);
    if (victim === "server" || victim === "backends") {
      // The application starts its database again by itself, and everybody gets an answer.
      await program.until(() => program.said.slice(before).some((fact) => "done" in fact));
    }
    const ended = program;
    for (const answer of answers()) {
      expect(answer, where).not.toHaveProperty("refused");
      const { invoiceId, issued } = answer as { invoiceId: string; issued: string };
      // A document has one number for ever, whoever asks again.
      expect(acknowledged.get(invoiceId) ?? issued, where).toBe(issued);
      acknowledged.set(invoiceId, issued);
    }
    told[victim] += answers().length;
    const started = ended.said.slice(before).filter((fact) => "asking" in fact);
    unanswered = started.map((fact) => fact.asking as string).filter((id) => !acknowledged.has(id));
    if (victim === "application" || victim === "both") {
      program = startProgram([FIXTURE, folder]);
      await program.says("ready");
    } else {
      expect(unanswered, where).toEqual([]);
    }
    const { faults, numbers } = await look(folder, async (tx) => ({
      faults: await faultsOfBooks(tx, organizationId, acknowledged),
      numbers: await numbersOf(tx, organizationId),
    }));
    expect(faults, where).toEqual([]);
    // Committed without an answer: at most one for each client, and all of them among those that were asked.
    const silent = [...numbers.keys()].filter((id) => !acknowledged.has(id));
    expect(
      silent.filter((id) => !unanswered.includes(id)),
      where,
    ).toEqual([]);
    expect(silent.length, where).toBeLessThanOrEqual(16);
    inDoubt += silent.length;
  }
  console.log(
    `${ROUNDS.length} kills, ${acknowledged.size} acknowledged (${JSON.stringify(told)}), ${inDoubt} committed unheard`,
  );

  await everyDocumentIsRendered(program, folder, organizationId);
  await checksSeeWhatTheyLookFor(folder, organizationId, acknowledged);
  program.tell({ stop: true });
  expect(await program.ended).toEqual({ code: 0, signal: null });
  expect(await databaseProcesses(folder)).toEqual([]);
});

async function strike(victim: Victim, folder: string, program: Program): Promise<void> {
  if (victim === "server") return killHard(await postmasterOf(folder));
  if (victim === "application") return program.kill();
  const processes = await databaseProcesses(folder);
  if (victim === "both") program.process.kill("SIGKILL");
  for (const pid of processes) killHard(pid);
  if (victim === "both") await program.ended;
}

/** One transaction as the administrator; `still` shows one state of the database to every statement. */
async function look<T>(folder: string, work: (tx: Tx) => Promise<T>, still = true): Promise<T> {
  const pool = openPool(await administratorOf(folder), 1);
  const isolation = still ? "repeatable read" : "read committed";
  try {
    return await openDatabase(pool).transaction().setIsolationLevel(isolation).execute(work);
  } finally {
    await pool.end();
  }
}

/** Effects held by a killed process are given back (here at once, in life after two minutes): every PDF comes. */
async function everyDocumentIsRendered(program: Program, folder: string, organizationId: OrganizationId) {
  const giveBack = sql`update platform.outbox set attempts = 0, next_attempt_at = now() where done_at is null`;
  await look(folder, (tx) => giveBack.execute(tx), false);
  program.tell({ drain: true });
  await program.says("drained");
  const { rows } = await look(folder, (tx) =>
    sql<{ number: string; pdf_hash: string | null }>`select number, pdf_hash from sales.invoice
      where organization_id = ${organizationId} and status = 'issued'`.execute(tx),
  );
  const without = rows.filter((row) => row.pdf_hash === null);
  expect(without).toEqual([]);
  for (const { number, pdf_hash } of rows) {
    const hash = pdf_hash ?? "";
    const bytes = await readFile(join(folder, "files", hash.slice(0, 2), hash));
    expect(createHash("sha256").update(bytes).digest("hex"), number).toBe(hash);
  }
}

/** The year in the legal numbers of this run. */
const YEAR = new Date().getFullYear();

/** Each damage that a crash could leave, made on purpose then undone: a check that sees nothing would be worth nothing. */
const DAMAGES: readonly (readonly [string, string])[] = [
  ["a number is missing in the series", `delete from sales.invoice where number = 'F${YEAR}-00003'`],
  ["an acknowledged number is missing", `delete from sales.invoice where number = 'F${YEAR}-00003'`],
  ["a sales entry has no issued document", `delete from sales.invoice where number = 'F${YEAR}-00003'`],
  ["the head of the series", "update sales.series set next_number = next_number - 1 where key like 'invoice:%'"],
  [
    "a number is missing in the series",
    "update sales.series set next_number = next_number + 1 where key like 'invoice:%'",
  ],
  ["an issued document has not its one entry", `delete from ledger.entry where piece_ref = 'F${YEAR}-00004'`],
  ["the database finds the chain broken: 5 rank", `delete from ledger.entry where piece_ref = 'F${YEAR}-00004'`],
  [
    "an entry was left unposted",
    `update ledger.entry set posted = false, number = null, position = null, posted_on = null, hash = null where piece_ref = 'F${YEAR}-00005'`,
  ],
  [
    "an entry does not balance:",
    `update ledger.entry_line set debit = debit + 1 where account = '411' and entry_id = (select id from ledger.entry where piece_ref = 'F${YEAR}-00006')`,
  ],
  [
    "the chain is broken: 6 seal",
    `update ledger.entry_line set debit = debit + 1 where account = '411' and entry_id = (select id from ledger.entry where piece_ref = 'F${YEAR}-00006')`,
  ],
  [
    "an entry does not balance within an activity",
    `update ledger.entry_line set activity_id = null where account = '411' and entry_id = (select id from ledger.entry where piece_ref = 'F${YEAR}-00006')`,
  ],
  ["the customer owes something else", `update sales.invoice set gross = gross + 1 where number = 'F${YEAR}-00006'`],
  [
    "an issued document has not its one outbox row",
    `delete from platform.outbox where payload ->> 'invoiceId' = (select id::text from sales.invoice where number = 'F${YEAR}-00007')`,
  ],
  [
    "an issued document has not its one trace",
    `delete from platform.audit where subject_id = (select id::text from sales.invoice where number = 'F${YEAR}-00007')`,
  ],
  [
    "a document that was not issued left something",
    "insert into platform.outbox select organization_id, gen_random_uuid(), 'sales.invoice.issued.v1', jsonb_build_object('invoiceId', id), now(), 0, now() from sales.invoice where status = 'draft' limit 1",
  ],
  ["a key of an act has no answer", "update platform.idempotency set output = null"],
  ["a PDF is said to be there", "delete from platform.file"],
  ["an effect is said to be done", `update sales.invoice set pdf_hash = null where number = 'F${YEAR}-00008'`],
];

async function checksSeeWhatTheyLookFor(
  folder: string,
  organizationId: OrganizationId,
  acknowledged: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [fault, damage] of DAMAGES) {
    const undone = new Error("undone");
    let faults: string[] = [];
    await look(folder, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      const { numAffectedRows } = await sql.raw(damage).execute(tx);
      expect(numAffectedRows, damage).toBeGreaterThan(0n);
      faults = await faultsOfBooks(tx, organizationId, acknowledged);
      throw undone;
    }).catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    expect(
      faults.some((found) => found.startsWith(fault)),
      `${fault}: ${faults.join(" | ")}`,
    ).toBe(true);
  }
}
