/** What the pages of an import do, whatever its sheet is of: each kind of sheet says what is its own (person-import.page.ts). */
import { data } from "react-router";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import type { Command } from "#platform/command.ts";
import { languageContext } from "#platform/http/context.ts";
import { type Reader, type RouteArguments, readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { findImport, type ImportKind } from "./import.store.ts";
import { readSheet } from "./import-file.ts";
import { type ImportAnswer, type ImportPreview, postedColumns, reportOf, sentenceOf } from "./import-form.ts";
import type { Kept } from "./play-lines.command.ts";
import { sentSheet } from "./sent-sheet.page.ts";
import type { Choice, ImportedLine, SheetLine } from "./sheet-lines.ts";
import { shownImport, shownImports } from "./shown-imports.store.ts";
import type { Undone, UndoneItem } from "./undo-import.command.ts";

export type SheetImport<Column extends string, Asked extends object> = {
  readonly kind: ImportKind;
  /** Its pages are {place}/importer and {place}/imports. */
  readonly place: string;
  readonly may: (actor: Actor) => Refusal | null;
  readonly command: Command<unknown, Kept>;
  readonly undo: Command<unknown, Undone>;
  readonly guess: (headings: readonly string[]) => Choice<Column>;
  readonly isColumn: (text: string) => text is Column;
  readonly read: (
    rows: readonly (readonly string[])[],
    columns: Choice<Column>,
    today: Day,
  ) => readonly SheetLine<Column>[];
  /** By what a line is known as something already there, the usual one first. */
  readonly keys: readonly [string, ...string[]];
  /** What else its form asks, or what is usual. */
  readonly asked: (text: (name: string) => string, today: Day) => Asked;
};
type Own = Pick<SheetImport<string, object>, "kind" | "place" | "may" | "undo">;

type UndoArguments = RouteArguments & { readonly params: { readonly importId?: string } };

export async function openImport({ actor, slug, today, now }: Reader, { may }: Own) {
  return may(actor) ?? { slug, today, key: newId<"key">(now) as string };
}

/** Reads the file, reads it again with other choices, or imports: the text of the file travels with the form. */
export async function answerImport<Column extends string, Asked extends object>(
  args: RouteArguments,
  own: SheetImport<Column, Asked>,
) {
  type Answer = ImportAnswer<ImportPreview & Asked>;
  const { app, today } = await readTenant(args, async (reader) => own.may(reader.actor) ?? reader);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent") || "read";
  const file = form.get("file");
  const sent = intent === "read" ? await sentSheet(args, file) : { text: text("sheet") };
  if ("problem" in sent) return data<Answer>({ problem: sent.problem }, { status: 422 });
  const sheet = readSheet(sent.text);
  if (typeof sheet === "string") return data<Answer>({ problem: sheet }, { status: 422 });
  const columns = intent === "read" ? own.guess(sheet.headings) : postedColumns(form, sheet, own.isColumn);
  const key = own.keys.find((one) => one === text("key")) ?? own.keys[0];
  const asked = own.asked(text, today);
  const fileName = (file instanceof File ? file.name : text("fileName")).slice(0, 200);
  const input = { rows: sheet.rows, columns, key, ...asked, fileName };
  const cells = new Map(own.read(sheet.rows, columns, today).map((line) => [line.line, line.cells]));
  const nameOf = (line: number) => {
    const { firstName = "", lastName = "", email = "" }: Partial<Record<string, string>> = cells.get(line) ?? {};
    return `${firstName} ${lastName}`.trim() || email;
  };
  const language = args.context.get(languageContext);
  const say = (fault: ImportedLine["faults"][number]) => sentenceOf(app, language, fault);
  const report = (lines: readonly ImportedLine[]) =>
    reportOf(lines, sheet, nameOf, say, { fr, en }[language].reasonHeading);

  let refusal: string | null = null;
  if (intent === "import") {
    const whole = { ...input, allOrNothing: text("choice") !== "valid" };
    const result = await runCommand(args, own.command, whole, { idempotencyKey: `import:${text("cle")}` });
    if (result.ok) return data<Answer>({ done: report(result.output.lines), importId: result.output.importId });
    refusal = result.problem.sentence;
  }
  const tried = await runCommand(args, own.command, { ...input, allOrNothing: false }, { dryRun: true });
  const choices = { sheet: sent.text, fileName, headings: sheet.headings, columns, key, ...asked };
  if (!tried.ok) {
    const preview = { ...choices, ...report([]) };
    return data<Answer>({ preview, refusal: tried.problem.sentence }, { status: 422 });
  }
  const preview = { ...choices, ...report(tried.output.lines) };
  return data<Answer>({ preview, refusal }, { status: refusal === null ? 200 : 409 });
}

export async function openImports(reader: Reader, { may, kind }: Own) {
  return may(reader.actor) ?? { slug: reader.slug, imports: await shownImports(reader, kind) };
}

/** What undoing would give: the same act, rolled back. Null: whoever asks may not, or it is undone. */
export async function tryUndo(args: UndoArguments, { may, undo }: Own): Promise<readonly UndoneItem[] | null> {
  await readTenant(args, async ({ actor }) => may(actor) ?? true);
  const tried = await runCommand(args, undo, { importId: args.params.importId }, { dryRun: true });
  return tried.ok ? tried.output.items : null;
}

export async function openUndo(
  reader: Reader,
  { kind }: Own,
  { importId }: UndoArguments["params"],
  tried: readonly UndoneItem[] | null,
) {
  const { tx, organizationId, slug, now } = reader;
  const id = parseId<"import">(importId);
  const one = id === null ? null : await findImport(tx, organizationId, kind, id);
  if (one === null) return refuse("missing", "import.missing");
  return { slug, shown: await shownImport(reader, one, tried), key: newId<"key">(now) as string };
}

export async function answerUndo(args: UndoArguments, { place, undo }: Own) {
  const { cooperative, importId } = args.params;
  return act(args, await args.request.formData(), undo, { importId }, () => ({
    to: `/${cooperative}/${place}/imports/${importId}`,
    message: { fr: fr.undone, en: en.undone },
  }));
}
