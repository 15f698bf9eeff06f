import { z } from "zod";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import {
  cancelContract,
  type Fact,
  factsOfPersons,
  mentionedPersons,
  personsReached,
  untouchedContracts,
  withdrawPerson,
  writeFact,
} from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { KEEPERS } from "../social-file/social-file.policy.ts";
import type { ImportRefusalCode } from "./import.fr.ts";
import { mayImport, mayUndo } from "./import.policy.ts";
import {
  findImport,
  type Import,
  type ImportId,
  type ImportItem,
  type ImportKind,
  itemsOf,
  markUndone,
} from "./import.store.ts";
import { LineRefused, play, whole } from "./play-lines.command.ts";

/** What becomes of one thing that an import made: taken back, or left with the code of its reason. */
export type UndoneItem = Pick<ImportItem, "position" | "line" | "kind" | "subjectId" | "personId" | "was"> & {
  readonly left: string | null;
};
export type Undone = { readonly importId: ImportId; readonly items: readonly UndoneItem[] };

/** The reason that stays in the dated history and in what is cancelled. */
export const UNDONE = "import.undone";
const CHANGED = "import.changedSince";
export const left = (code: string = CHANGED): never => {
  throw new LineRefused(refuse("conflict", code));
};

export const undoInput = z.object({ importId: idText<"import">() });

type TakeBack = (own: CommandContext, item: ImportItem) => Promise<void>;

/**
 * Takes back what an import made, the last thing first; what somebody changed since is named and left. Once. `prepare` reads what
 * all of it needs, in a few questions.
 */
export async function undoImport(
  context: CommandContext,
  importId: ImportId,
  kind: ImportKind,
  prepare: (one: Import, all: readonly ImportItem[]) => Promise<TakeBack> | TakeBack,
): Promise<Undone | Refusal<ImportRefusalCode>> {
  const { tx, organizationId, actor } = context;
  const one = await findImport(tx, organizationId, kind, importId, true);
  if (one === null) return refuse("missing", "import.missing");
  const refusal = mayUndo(actor, one);
  if (refusal) return refusal;
  if (one.undoneAt !== null) return refuse("conflict", "import.undoneAlready");
  const all = await itemsOf(tx, organizationId, importId);
  const takeBack = await prepare(one, all);
  const items: UndoneItem[] = [];
  for (const item of all) {
    const result = await whole(context, (own) => takeBack(own, item));
    const { position, line, subjectId, personId, was } = item;
    const because = "done" in result ? null : result.refusal.code;
    items.push({ position, line, kind: item.kind, subjectId, personId, was, left: because });
  }
  await markUndone(context, importId, items);
  const kept = items.filter((item) => item.left !== null).length;
  context.audit({
    ...{ subjectKind: "parcours.import", subjectId: importId },
    details: { undone: items.length - kept, left: kept },
  });
  return { importId, items };
}

/** Undoes an import of persons: facts are corrected, contracts cancelled, persons who served for nothing withdrawn. */
export const undoPersons = defineCommand({
  name: "parcours.import.undo",
  input: undoInput,
  async run(context, { importId }): Promise<Undone | Refusal<ImportRefusalCode>> {
    const refusal = mayImport(context.actor);
    if (refusal) return refusal as Refusal<ImportRefusalCode>;
    return undoImport(context, importId, "persons", async (_, all) => {
      const found = await findImported(context, all);
      return async (own, item) => {
        if (item.kind === "fact") await takeFactBack(own, item, found);
        else if (item.kind === "contract") await takeContractBack(own, item, found);
        else await takePersonBack(own, item, found);
      };
    });
  },
});

/** What is known of all that the import made, once its persons are locked: nothing of them changes until the end. */
async function findImported(context: CommandContext, all: readonly ImportItem[]) {
  const { tx, organizationId, actor } = context;
  const subjects = (kind: ImportItem["kind"]) => all.flatMap((item) => (item.kind === kind ? [item.subjectId] : []));
  const persons = [...new Set(all.map(({ personId }) => personId))];
  const mentioned = await mentionedPersons(context, persons, ["parcours.import_item"]);
  const reached = await personsReached(tx, actor, KEEPERS);
  const facts = await factsOfPersons(tx, organizationId, persons);
  return {
    mentioned,
    untouched: await untouchedContracts(context, subjects("contract") as Id<"contract">[]),
    reaches: (personId: PersonId) => reached === "all" || reached.has(personId),
    facts: new Map(facts.map((fact) => [fact.id as string, fact])),
    /** What replaced each fact; what undoing says is added. */
    nextOf: new Map<string, Pick<Fact, "id" | "reason">>(
      facts.flatMap((fact) => (fact.corrects ? [[fact.corrects, fact]] : [])),
    ),
    imported: new Set(subjects("fact")),
  };
}
type Found = Awaited<ReturnType<typeof findImported>>;

/** Says again what was said before the import, or nothing: the history keeps all of it. */
async function takeFactBack(context: CommandContext, item: ImportItem, found: Found): Promise<void> {
  if (!found.reaches(item.personId)) left("socialFile.personMissing");
  const { facts, imported } = found;
  const fact = facts.get(item.subjectId);
  if (fact === undefined || fact.value === null) return left();
  if (fact.supersededAt !== null) {
    // Later lines of the same import replaced it, and are back already.
    let next = found.nextOf.get(fact.id);
    while (next !== undefined && imported.has(next.id)) next = found.nextOf.get(next.id);
    if (next?.reason === UNDONE) return;
    return left();
  }
  const before = firstBefore(fact, found);
  const { personId, dimension } = fact;
  const said = before?.value == null ? fact : before;
  const again = {
    ...{ personId, dimension, subjectId: said.subjectId, effectOn: said.effectOn, untilOn: said.untilOn },
    ...{ value: before?.value ?? null, corrects: fact.id, reason: UNDONE },
  };
  const id = await writeFact(context, again);
  found.nextOf.set(fact.id, { ...again, id });
  context.audit({ subjectKind: "parcours.file", subjectId: personId, details: { undone: [dimension] } });
}

/** What a fact of an import replaced, past those of the same import. */
function firstBefore(fact: Fact, { facts, imported }: Found): Fact | undefined {
  let before = facts.get(fact.corrects ?? "");
  while (before !== undefined && imported.has(before.id)) before = facts.get(before.corrects ?? "");
  return before;
}

async function takeContractBack(context: CommandContext, { subjectId }: ImportItem, found: Found): Promise<void> {
  if (!found.untouched.has(subjectId)) left();
  await play(context, cancelContract, { contractId: subjectId, version: 1, reason: UNDONE });
}

async function takePersonBack(context: CommandContext, { personId }: ImportItem, found: Found): Promise<void> {
  const refusal = await withdrawPerson(context, personId, found.mentioned);
  if (refusal) throw new LineRefused(refusal);
}
