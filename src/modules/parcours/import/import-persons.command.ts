import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import {
  addPerson,
  contractsOf,
  factsOf,
  recordContract,
  resemblingPersons,
  stateOn,
} from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, oneOf, optionalText } from "#platform/field.ts";
import { fold } from "#ui/fold.ts";
import { dimensionsOf, SECTIONS } from "../dimension/dimension.ts";
import { changeSocialFile, lastTouched } from "../social-file/change-social-file.command.ts";
import type { ImportRefusalCode } from "./import.fr.ts";
import { mayImport } from "./import.policy.ts";
import { IMPORT_KEYS, type ImportKey, type ImportLine, isImportColumn, readLines } from "./import.ts";
import { type Kept, keepImport, LineRefused, type Made, play, playLines } from "./play-lines.command.ts";
import { MAX_IMPORT_LINES, type Outcome } from "./sheet-lines.ts";

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
    fileName: optionalText(200),
  }),
  async run(context, input): Promise<Kept | Refusal<ImportRefusalCode>> {
    const refusal = mayImport(context.actor);
    if (refusal) return refusal as Refusal<ImportRefusalCode>;
    if (input.from > context.today) return refuse("invalid", "import.future", {}, "from");
    const lines = readLines(input.rows, input.columns, context.today);
    const played = await playLines(context, lines, (own, cells, made) =>
      playLine(own, cells, input.key, input.from, made),
    );
    const { fileName, allOrNothing } = input;
    return keepImport(context, played, { kind: "persons", fileName, allOrNothing, told: false });
  },
});

async function playLine(
  context: CommandContext,
  cells: ImportLine["cells"],
  key: ImportKey,
  from: Day,
  made: (one: Made) => void,
): Promise<Exclude<Outcome, "refused">> {
  const known = await knownPerson(context, cells, key);
  const { firstName = "", lastName = "", email = "", phone = "" } = cells;
  const personId =
    known ?? (await play(context, addPerson, { firstName, lastName, email, phone, invite: false })).personId;
  const before = new Set(
    (known === null ? [] : await factsOf(context.tx, context.organizationId, known)).map(({ id }) => id),
  );
  if (known === null) made({ kind: "person", subjectId: personId, personId, was: {} });
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
  }
  const contractId = await playContract(context, personId, cells);
  for (const { id, dimension, subjectId } of await factsOf(context.tx, context.organizationId, personId)) {
    if (before.has(id) || (contractId !== null && subjectId === contractId)) continue;
    made({ kind: "fact", subjectId: id, personId, was: { dimension } });
    changed = true;
  }
  if (contractId !== null) {
    made({ kind: "contract", subjectId: contractId, personId, was: {} });
    changed = true;
  }
  return known === null ? "added" : changed ? "updated" : "unchanged";
}

/** Records the contract of the line, unless it is there already. */
async function playContract(context: CommandContext, personId: PersonId, cells: ImportLine["cells"]) {
  const { contractKind: kind = "", contractStartsOn: startsOn = "", contractEndsOn: endsOn = "" } = cells;
  if (kind === "" && startsOn === "" && endsOn === "") return null;
  const there = await contractsOf(context.tx, context.organizationId, personId);
  const same = there.some(
    (one) => one.cancelledAt === null && one.kind === kind && (one.startsOn as string) === startsOn,
  );
  if (same) return null;
  return (await play(context, recordContract, { personId, kind, startsOn, endsOn })).contractId;
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
