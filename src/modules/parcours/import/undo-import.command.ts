import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import {
  cancelContract,
  contractIsUntouched,
  type Fact,
  factsOf,
  lockPerson,
  reachesPerson,
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

/** Takes back what an import made, the last thing first; what somebody changed since is named and left. Once. */
export async function undoImport(
  context: CommandContext,
  importId: ImportId,
  kind: ImportKind,
  takeBack: (own: CommandContext, item: ImportItem, all: readonly ImportItem[], one: Import) => Promise<void>,
): Promise<Undone | Refusal<ImportRefusalCode>> {
  const { tx, organizationId, actor } = context;
  const one = await findImport(tx, organizationId, kind, importId, true);
  if (one === null) return refuse("missing", "import.missing");
  const refusal = mayUndo(actor, one);
  if (refusal) return refusal;
  if (one.undoneAt !== null) return refuse("conflict", "import.undoneAlready");
  const all = await itemsOf(tx, organizationId, importId);
  const items: UndoneItem[] = [];
  for (const item of all) {
    const result = await whole(context, (own) => takeBack(own, item, all, one));
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
    return undoImport(context, importId, "persons", async (own, item, all) => {
      await lockPerson(own.tx, own.organizationId, item.personId);
      if (item.kind === "fact") await takeFactBack(own, item, all);
      else if (item.kind === "contract") await takeContractBack(own, item);
      else await takePersonBack(own, item);
    });
  },
});

/** Says again what was said before the import, or nothing: the history keeps all of it. */
async function takeFactBack(context: CommandContext, item: ImportItem, all: readonly ImportItem[]): Promise<void> {
  const { tx, organizationId, actor } = context;
  if (!(await reachesPerson(tx, actor, KEEPERS, item.personId))) left("socialFile.personMissing");
  const history = await factsOf(tx, organizationId, item.personId);
  const imported = new Set(all.flatMap(({ kind, subjectId }) => (kind === "fact" ? [subjectId] : [])));
  const fact = history.find(({ id }) => id === item.subjectId);
  if (fact === undefined || fact.value === null) return left();
  if (fact.supersededAt !== null) {
    // Later lines of the same import replaced it, and are back already.
    let next = history.find(({ corrects }) => corrects === fact.id);
    while (next !== undefined && imported.has(next.id)) {
      const { id } = next;
      next = history.find(({ corrects }) => corrects === id);
    }
    if (next?.reason === UNDONE) return;
    return left();
  }
  const before = firstBefore(history, fact, imported);
  const { personId, dimension } = fact;
  const said = before?.value == null ? fact : before;
  await writeFact(context, {
    ...{ personId, dimension, subjectId: said.subjectId, effectOn: said.effectOn, untilOn: said.untilOn },
    ...{ value: before?.value ?? null, corrects: fact.id, reason: UNDONE },
  });
  context.audit({ subjectKind: "parcours.file", subjectId: personId, details: { undone: [dimension] } });
}

/** What a fact of an import replaced, past those of the same import. */
function firstBefore(history: readonly Fact[], fact: Fact, imported: ReadonlySet<string>): Fact | undefined {
  let before = history.find(({ id }) => id === fact.corrects);
  while (before !== undefined && imported.has(before.id)) {
    const { corrects } = before;
    before = history.find(({ id }) => id === corrects);
  }
  return before;
}

async function takeContractBack(context: CommandContext, { subjectId }: ImportItem): Promise<void> {
  if (!(await contractIsUntouched(context, subjectId as Id<"contract">))) left();
  await play(context, cancelContract, { contractId: subjectId, version: 1, reason: UNDONE });
}

async function takePersonBack(context: CommandContext, { personId }: ImportItem): Promise<void> {
  const refusal = await withdrawPerson(context, personId, ["parcours.import_item"]);
  if (refusal) throw new LineRefused(refusal);
}
