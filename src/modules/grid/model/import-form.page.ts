import { data } from "react-router";
import { refuse } from "#kernel/refusal.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { problemOf, type RouteArguments, runCommand } from "#platform/http/tenant.ts";
import { uploadedText } from "#platform/http/uploaded-text.ts";
import { typedValues } from "#ui/problem.ts";
import { importIndicators } from "./keep-model.command.ts";

const MOST_BYTES = 400_000;
const NOT_TAKEN = {
  missing: "gridImport.fileNeeded",
  tooLarge: "gridImport.tooLarge",
  notText: "gridImport.notText",
  infected: "file.infected",
  unchecked: "file.unchecked",
} as const;

/** Receives the file of an import: what came in and the lines left out, or the problem. Null when the form is another one. */
export async function runImport(args: RouteArguments, modelId: string) {
  const form = await args.request.clone().formData();
  if (form.get("intention") !== "import") return null;
  const sent = await uploadedText(args, form, "file", MOST_BYTES);
  if ("problem" in sent) {
    const refusal = refuse("invalid", NOT_TAKEN[sent.problem], {}, "file");
    const problem = problemOf(args.context.get(appContext), refusal, args.context.get(languageContext));
    return data({ problem, typed: typedValues(form) }, { status: 422 });
  }
  const result = await runCommand(args, importIndicators, { modelId, text: sent.text });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return data(result.output);
}
