import type { RouteArguments } from "#platform/http/tenant.ts";
import { readUploadOr } from "#platform/http/upload.ts";
import { type SheetProblem, sheetText } from "./import-file.ts";
import { MAX_IMPORT_BYTES } from "./sheet-lines.ts";

/** The text of the sheet that a form sends, or why it is not taken. */
export async function sentSheet(
  args: RouteArguments,
  file: FormDataEntryValue | null,
): Promise<{ readonly text: string } | { readonly problem: SheetProblem }> {
  if (!(file instanceof File)) return { problem: "missing" };
  if (file.size > MAX_IMPORT_BYTES) return { problem: "tooLarge" };
  const upload = await readUploadOr(args, file);
  return "problem" in upload ? upload : sheetText(upload.bytes);
}
