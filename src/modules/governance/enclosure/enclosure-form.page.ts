import { data } from "react-router";
import { refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { filesIn, holdUpload } from "#platform/http/held-upload.ts";
import { problemOf, type RouteArguments } from "#platform/http/tenant.ts";
import { typedValues } from "#ui/problem.ts";
import { mayGovern } from "../governance.policy.ts";
import { addEnclosure } from "./add-enclosure.command.ts";
import { checkEnclosure } from "./check-enclosure.ts";
import { en } from "./enclosure.en.ts";
import { fr } from "./enclosure.fr.ts";

/** Encloses the file of a form: it is received first, then the command keeps it. */
export async function runEnclosureForm(
  args: RouteArguments,
  form: FormData,
  given: Readonly<Record<string, string | undefined>>,
  to: string,
) {
  const [file] = filesIn(form, "file");
  if (file === undefined) {
    const none = refuse("invalid", "enclosure.fileNeeded", {}, "file");
    const problem = problemOf(args.context.get(appContext), none, args.context.get(languageContext));
    return data({ problem, typed: typedValues(form) }, { status: 422 });
  }
  const kept = await holdUpload(args, file, {
    ...{ purpose: "document", field: "file", allow: mayGovern, check: checkEnclosure },
  });
  if (!kept.ok) return data({ problem: kept.problem, typed: typedValues(form) }, { status: kept.status });
  return act(args, form, addEnclosure, { ...given, heldFileId: kept.held.id }, () => ({
    to,
    message: { fr: fr.added, en: en.added },
  }));
}
