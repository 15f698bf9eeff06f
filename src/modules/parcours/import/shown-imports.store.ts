import { type Day, dayIn } from "#kernel/day.ts";
import { type ClockTime, timeIn } from "#kernel/zoned.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { mayUndo } from "./import.policy.ts";
import { type Import, type ImportId, type ImportKind, itemsOf, listImports } from "./import.store.ts";
import { sentenceOf } from "./import-form.ts";
import type { UndoneItem } from "./undo-import.command.ts";

/** Things of an import shown one by one: those that stay come first. */
const SHOWN = 200;

export type ShownImport = {
  readonly id: ImportId;
  readonly fileName: string;
  readonly on: Day;
  readonly at: ClockTime;
  readonly by: string;
  readonly added: number;
  readonly updated: number;
  readonly refused: number;
  readonly undone: { readonly on: Day; readonly by: string } | null;
};

async function shown({ tx, organizationId, timeZone }: Reader, imports: readonly Import[]): Promise<ShownImport[]> {
  const people = imports.flatMap(({ by, undoneBy }) => (undoneBy === null ? [by] : [by, undoneBy]));
  const names = await personNames(tx, organizationId, [...new Set(people)]);
  return imports.map(({ id, fileName, at, by, added, updated, refused, undoneAt, undoneBy }) => ({
    ...{ id, fileName, added, updated, refused },
    ...{ on: dayIn(at, timeZone), at: timeIn(at, timeZone), by: names.get(by) ?? "" },
    undone:
      undoneAt === null || undoneBy === null ? null : { on: dayIn(undoneAt, timeZone), by: names.get(undoneBy) ?? "" },
  }));
}

/** The imports of a kind as they are listed. */
export async function shownImports(reader: Reader, kind: ImportKind): Promise<ShownImport[]> {
  return shown(reader, await listImports(reader.tx, reader.organizationId, kind));
}

/**
 * One import with what undoing it gave, or would give (`tried`: the same act, rolled back). `tried` null: whoever reads may not
 * undo it.
 */
export async function shownImport(reader: Reader, one: Import, tried: readonly UndoneItem[] | null) {
  const { tx, organizationId, app, language, actor } = reader;
  const items =
    one.undoneAt === null
      ? (tried ?? [])
      : (await itemsOf(tx, organizationId, one.id)).map((item) => ({ ...item, left: item.leftBecause }));
  const names = await personNames(tx, organizationId, [...new Set(items.map(({ personId }) => personId))]);
  const told = items.map(({ position, line, kind, personId, was, left }) => ({
    ...{ key: String(position), line, kind, name: names.get(personId) ?? "" },
    dimension: String((was as { dimension?: string }).dimension ?? ""),
    left: left === null ? null : sentenceOf(app, language, { code: left, facts: {} }),
  }));
  const stay = told.filter(({ left }) => left !== null);
  const back = told.filter(({ left }) => left === null);
  const [line] = await shown(reader, [one]);
  return {
    import: line as ShownImport,
    mayUndo: one.undoneAt === null && mayUndo(actor, one) === null,
    back: back.length,
    stay: stay.length,
    items: [...stay, ...back].slice(0, SHOWN),
  };
}

export type ImportShown = Awaited<ReturnType<typeof shownImport>>;
