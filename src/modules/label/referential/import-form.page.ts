import { data } from "react-router";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { decodeText } from "#kernel/text-file.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { filesIn } from "#platform/http/held-upload.ts";
import { problemOf, type RouteArguments, runCommand, statusOf } from "#platform/http/tenant.ts";
import { readUpload } from "#platform/http/upload.ts";
import { typedValues } from "#ui/problem.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { importCriteria } from "./keep-referential.command.ts";

/** Receives the file of an import: what came in and the lines left out, or the problem. Null when the form is another one. */
export async function runImport(args: RouteArguments, editionId: string) {
  const form = await args.request.clone().formData();
  if (form.get("intention") !== "import") return null;
  const refused = (refusal: Refusal) => {
    const problem = problemOf(args.context.get(appContext), refusal, args.context.get(languageContext));
    return data({ problem, typed: typedValues(form) }, { status: statusOf(refusal) });
  };
  const no = (code: LabelRefusalCode) => refused(refuse("invalid", code, {}, "file"));
  const [file] = filesIn(form, "file");
  if (file === undefined) return no("import.fileNeeded");
  const upload = await readUpload(args, file);
  if (isRefusal(upload)) return refused({ ...upload, field: "file" });
  const text = decodeText(upload.bytes);
  if (text === null) return no("import.notText");
  if (text.trim() === "") return no("import.empty");
  const result = await runCommand(args, importCriteria, { editionId, text });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return data(result.output);
}
