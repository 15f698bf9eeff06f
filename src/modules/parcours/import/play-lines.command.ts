import { sql } from "kysely";
import type { Json } from "#kernel/canonical-json.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type Command, type CommandContext, fieldsOf } from "#platform/command.ts";
import type { ImportRefusalCode } from "./import.fr.ts";
import { type ImportKind, recordImport } from "./import.store.ts";
import type { ImportedLine, Outcome, SheetLine } from "./sheet-lines.ts";

/** Something that a line made or changed, as it is needed to take it back. */
export type Made = {
  readonly kind: "person" | "fact" | "contract" | "appointment" | "appointmentChange";
  readonly subjectId: string;
  readonly personId: PersonId;
  readonly was: Json;
};
type Played = {
  readonly lines: readonly ImportedLine[];
  readonly made: readonly (Made & { readonly line: number })[];
};

export class LineRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Plays an act as a form would: its input is checked first. */
export async function play<Input, Output>(context: CommandContext, command: Command<Input, Output>, raw: unknown) {
  const parsed = command.input.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
    throw new LineRefused({ ...refuse("invalid", "input.invalid"), fields } as Refusal);
  }
  const result = await command.run(context, parsed.data);
  if (isRefusal(result)) throw new LineRefused(result);
  return result as Exclude<Output, Refusal>;
}

/** Something whole or not at all: what its first acts wrote is undone when a later one is refused. */
export async function whole<T>(
  context: CommandContext,
  work: (own: CommandContext) => Promise<T>,
): Promise<{ readonly done: T } | { readonly refusal: Refusal }> {
  const held: (() => void)[] = [];
  const own: CommandContext = {
    ...context,
    audit: (fact) => held.push(() => context.audit(fact)),
    emit: (event, payload) => held.push(() => context.emit(event, payload)),
  };
  await sql`savepoint import_line`.execute(context.tx);
  try {
    const done = await work(own);
    await sql`release savepoint import_line`.execute(context.tx);
    for (const tell of held) tell();
    return { done };
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error;
    await sql`rollback to savepoint import_line`.execute(context.tx);
    await sql`release savepoint import_line`.execute(context.tx);
    return { refusal: error.refusal };
  }
}

/** Each line in its order, with what it made; a refused one leaves nothing but its reasons. */
export async function playLines<Column extends string>(
  context: CommandContext,
  lines: readonly SheetLine<Column>[],
  playLine: (
    own: CommandContext,
    cells: SheetLine<Column>["cells"],
    made: (one: Made) => void,
  ) => Promise<Exclude<Outcome, "refused">>,
): Promise<Played> {
  const played: ImportedLine[] = [];
  const made: (Made & { readonly line: number })[] = [];
  for (const { line, cells } of lines) {
    const own: Made[] = [];
    const result = await whole(context, (inner) => playLine(inner, cells, (one) => own.push(one)));
    if ("done" in result) {
      played.push({ line, outcome: result.done, faults: [] });
      made.push(...own.map((one) => ({ ...one, line })));
    } else {
      const { refusal } = result;
      const fields = Object.entries(fieldsOf(refusal));
      const faults = fields.map(([field, code]) => ({ field, code, facts: refusal.facts ?? {} }));
      played.push({
        ...{ line, outcome: "refused" },
        faults: faults.length > 0 ? faults : [{ field: "", code: refusal.code, facts: refusal.facts ?? {} }],
      });
    }
  }
  return { lines: played, made };
}

export type Kept = { readonly lines: readonly ImportedLine[]; readonly importId: Id<"import"> };

/** Ends an import: all of it or, by choice, the lines that are right; what was made is kept, so that it can be taken back. */
export async function keepImport(
  context: CommandContext,
  { lines, made }: Played,
  told: {
    readonly kind: ImportKind;
    readonly fileName: string;
    readonly allOrNothing: boolean;
    readonly told: boolean;
  },
): Promise<Kept | Refusal<ImportRefusalCode>> {
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  const details = { added: count("added"), updated: count("updated"), refused: count("refused") };
  if (told.allOrNothing && details.refused > 0) {
    return refuse("conflict", "import.hasErrors", { count: String(details.refused) });
  }
  if (!context.dryRun && details.added + details.updated === 0) return refuse("conflict", "import.nothing");
  const importId = context.id<"import">();
  if (!context.dryRun) await recordImport(context, importId, { ...told, ...details }, made);
  context.audit({ subjectKind: "parcours.import", subjectId: importId, details });
  return { lines, importId };
}
