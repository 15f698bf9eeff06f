import { sql } from "kysely";
import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import type { Facts } from "#kernel/fact.ts";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import {
  addPerson,
  contractsOf,
  factsOf,
  recordContract,
  resemblingPersons,
  stateOn,
} from "#modules/membership/index.server.ts";
import { type Command, type CommandContext, defineCommand, fieldsOf } from "#platform/command.ts";
import { dayText, oneOf } from "#platform/field.ts";
import { fold } from "#ui/fold.ts";
import { dimensionsOf, SECTIONS } from "../dimension/dimension.ts";
import { changeSocialFile, lastTouched } from "../social-file/change-social-file.command.ts";
import type { ImportRefusalCode } from "./import.fr.ts";
import { mayImport } from "./import.policy.ts";
import { IMPORT_KEYS, type ImportKey, type ImportLine, isImportColumn, MAX_IMPORT_LINES, readLines } from "./import.ts";

export type Outcome = "added" | "updated" | "unchanged" | "refused";
/** Why a line is refused: a field of an act with its code, or the refusal of the act. */
export type Fault = { readonly field: string; readonly code: string; readonly facts: Facts };
export type ImportedLine = { readonly line: number; readonly outcome: Outcome; readonly faults: readonly Fault[] };

const columnText = z
  .string()
  .nullable()
  .transform((text) => (text !== null && isImportColumn(text) ? text : null));

/**
 * Adds and updates persons from the lines of a sheet, each by the acts that a form would play: the person, their social file,
 * their contract. One transaction: all of it or, by choice, the lines that are right. A preview is the same act, rolled back.
 */
export const importPersons = defineCommand({
  name: "parcours.import.persons",
  input: z.object({
    rows: z.array(z.array(z.string()).max(200)).max(MAX_IMPORT_LINES),
    columns: z.array(columnText).max(200),
    key: oneOf(IMPORT_KEYS),
    /** Since when what the lines say is true, when it is not true once and for all. */
    from: dayText(),
    allOrNothing: z.boolean(),
  }),
  async run(context, input): Promise<{ lines: ImportedLine[] } | Refusal<ImportRefusalCode>> {
    const refusal = mayImport(context.actor);
    if (refusal) return refusal as Refusal<ImportRefusalCode>;
    if (input.from > context.today) return refuse("invalid", "import.future", {}, "from");
    const lines: ImportedLine[] = [];
    for (const line of readLines(input.rows, input.columns, context.today)) {
      lines.push(await importLine(context, line, input.key, input.from));
    }
    const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
    if (input.allOrNothing && count("refused") > 0) {
      return refuse("conflict", "import.hasErrors", { count: String(count("refused")) });
    }
    if (!context.dryRun && count("added") + count("updated") === 0) return refuse("conflict", "import.nothing");
    const details = { added: count("added"), updated: count("updated"), refused: count("refused") };
    context.audit({ subjectKind: "parcours.import", subjectId: context.id(), details });
    return { lines };
  },
});

class LineRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** One line, whole or not at all: what its first acts wrote is undone when a later one is refused. */
async function importLine(
  context: CommandContext,
  { line, cells }: ImportLine,
  key: ImportKey,
  from: Day,
): Promise<ImportedLine> {
  const held: (() => void)[] = [];
  const own: CommandContext = {
    ...context,
    audit: (fact) => held.push(() => context.audit(fact)),
    emit: (event, payload) => held.push(() => context.emit(event, payload)),
  };
  await sql`savepoint import_line`.execute(context.tx);
  try {
    const outcome = await playLine(own, cells, key, from);
    await sql`release savepoint import_line`.execute(context.tx);
    for (const tell of held) tell();
    return { line, outcome, faults: [] };
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error;
    await sql`rollback to savepoint import_line`.execute(context.tx);
    await sql`release savepoint import_line`.execute(context.tx);
    const { refusal } = error;
    const fields = Object.entries(fieldsOf(refusal));
    const faults = fields.map(([field, code]) => ({ field, code, facts: refusal.facts ?? {} }));
    return {
      ...{ line, outcome: "refused" },
      faults: faults.length > 0 ? faults : [{ field: "", code: refusal.code, facts: refusal.facts ?? {} }],
    };
  }
}

/** Plays an act as a form would: its input is checked first. */
async function play<Input, Output>(context: CommandContext, command: Command<Input, Output>, raw: unknown) {
  const parsed = command.input.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
    throw new LineRefused({ ...refuse("invalid", "input.invalid"), fields } as Refusal);
  }
  const result = await command.run(context, parsed.data);
  if (isRefusal(result)) throw new LineRefused(result);
  return result as Exclude<Output, Refusal>;
}

async function playLine(
  context: CommandContext,
  cells: ImportLine["cells"],
  key: ImportKey,
  from: Day,
): Promise<Outcome> {
  const known = await knownPerson(context, cells, key);
  const { firstName = "", lastName = "", email = "", phone = "" } = cells;
  const personId =
    known ?? (await play(context, addPerson, { firstName, lastName, email, phone, invite: false })).personId;
  let changed = known === null;
  for (const section of SECTIONS) {
    const keys = dimensionsOf(section);
    const history = await factsOf(context.tx, context.organizationId, personId);
    const held = stateOn(history, context.today, null);
    const values = Object.fromEntries(
      keys.flatMap((each) => {
        const value = cells[each];
        return value === undefined || String(held.get(each)?.value ?? "") === value ? [] : [[each, value]];
      }),
    );
    if (Object.keys(values).length === 0) continue;
    await play(context, changeSocialFile, { personId, section, seen: lastTouched(history, keys), from, values });
    changed = true;
  }
  if (await playContract(context, personId, cells)) changed = true;
  return known === null ? "added" : changed ? "updated" : "unchanged";
}

/** Records the contract of the line, unless it is there already. */
async function playContract(context: CommandContext, personId: PersonId, cells: ImportLine["cells"]) {
  const { contractKind: kind = "", contractStartsOn: startsOn = "", contractEndsOn: endsOn = "" } = cells;
  if (kind === "" && startsOn === "" && endsOn === "") return false;
  const there = await contractsOf(context.tx, context.organizationId, personId);
  const same = there.some(
    (one) => one.cancelledAt === null && one.kind === kind && (one.startsOn as string) === startsOn,
  );
  if (same) return false;
  await play(context, recordContract, { personId, kind, startsOn, endsOn });
  return true;
}

/** Who the line speaks of, among the persons within reach; null for somebody new. */
async function knownPerson(
  context: CommandContext,
  { firstName = "", lastName = "", email = "", phone = "", birth_date: birthDate = "" }: ImportLine["cells"],
  key: ImportKey,
): Promise<PersonId | null> {
  const { tx, actor, organizationId, today } = context;
  const alike = await resemblingPersons(tx, actor, { firstName, lastName, email, phone });
  const name = (first: string, last: string) => fold(`${first} ${last}`).replace(/\s+/g, " ").trim();
  const found: PersonId[] = [];
  for (const one of alike) {
    if (key === "email") {
      if (email === "" || one.email.toLowerCase() !== email.toLowerCase()) continue;
    } else {
      if (name(one.firstName, one.lastName) !== name(firstName, lastName)) continue;
      const born = stateOn(await factsOf(tx, organizationId, one.personId), today, null).get("birth_date")?.value;
      if (birthDate === "" || born !== birthDate) continue;
    }
    if (one.archived) throw new LineRefused(refuse("conflict", "import.archived"));
    found.push(one.personId);
  }
  if (key === "email" && email === "") throw new LineRefused(refuse("invalid", "import.noEmail", {}, "email"));
  if (key === "name" && birthDate === "") throw new LineRefused(refuse("invalid", "import.noBirth", {}, "birth_date"));
  if (found.length > 1) throw new LineRefused(refuse("conflict", "import.several"));
  return found[0] ?? null;
}
