import { data } from "react-router";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { DOCX_TYPE, documentType, type KeptType } from "#platform/files/file-content.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { filesIn, type Held, holdUpload } from "#platform/http/held-upload.ts";
import { type RouteArguments, runCommand, todayOf } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { type Problem, typedValues } from "#ui/problem.ts";
import { en } from "../document/document.en.ts";
import { fr } from "../document/document.fr.ts";
import { mayKeepTemplates } from "../documents.policy.ts";
import { definitionsOf } from "../field/field-list.ts";
import { textsOf } from "../form-texts.ts";
import { checkTemplate } from "./check-template.ts";
import { recordStatutes, saveRepresentative } from "./record-statutes.command.ts";
import { chooseTemplate, uploadTemplate } from "./upload-template.command.ts";

type Said = keyof (typeof fr)["templates"]["said"];

/** The forms of the page of templates, by their intention. */
export async function runTemplateForm(args: RouteArguments) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const done = (said: Said) => () => ({
    to: `/${args.params.cooperative}/documents/modeles`,
    message: { fr: fr.templates.said[said], en: en.templates.said[said] },
  });
  switch (input.intention) {
    case "upload":
      return upload(args, form, input, done("uploaded"));
    case "choose":
      return act(args, form, chooseTemplate, input, done("chosen"));
    case "represent":
      return act(args, form, saveRepresentative, input, done("saved"));
    case "statutes":
      return statutes(args, form, input, done("statutes"));
    default:
      throw data(null, { status: 404 });
  }
}

type Then = () => { readonly to: string; readonly message: { readonly fr: string; readonly en: string } };

function refused(form: FormData, problem: Problem, status: number) {
  return data({ problem, typed: typedValues(form) }, { status });
}

async function upload(args: RouteArguments, form: FormData, input: Record<string, string>, then: Then) {
  const app = args.context.get(appContext);
  const language = args.context.get(languageContext);
  const known = definitionsOf(app.documentFields);
  let fields: readonly string[] = [];
  const held = await holdFile(args, form, (bytes) => {
    const checked = checkTemplate(bytes, known, language);
    if (isRefusal(checked)) return checked;
    fields = checked.fields;
    return DOCX_TYPE;
  });
  if (held === null) {
    const missing = await runCommand(args, uploadTemplate, { ...input, heldFileId: "", fields: [] });
    const sentence = app.sentence(refuse("invalid", "template.fileNeeded"), language);
    const problem = missing.ok ? { code: "", sentence, fields: {} } : missing.problem;
    const { heldFileId: _, ...others } = problem.fields;
    return refused(form, { ...problem, fields: { ...others, file: sentence } }, missing.ok ? 422 : missing.status);
  }
  if (!held.ok) return refused(form, held.problem, held.status);
  return act(args, form, uploadTemplate, { ...input, heldFileId: held.held.id, fields: [...fields] }, then);
}

async function statutes(args: RouteArguments, form: FormData, input: Record<string, string>, then: Then) {
  const held = await holdFile(args, form, (bytes) =>
    documentType(bytes) === "application/pdf" ? "application/pdf" : refuse("invalid", "statutes.notPdf"),
  );
  if (held !== null && !held.ok) return refused(form, held.problem, held.status);
  const today = await todayOf(args);
  const dayOf = (name: string) => parseDayInput(input[name] ?? "", today) ?? input[name] ?? "";
  const days = { adoptedOn: dayOf("adoptedOn"), effectiveOn: dayOf("effectiveOn") };
  return act(args, form, recordStatutes, { ...input, ...days, heldFileId: held?.held.id ?? null }, then);
}

async function holdFile(
  args: RouteArguments,
  form: FormData,
  check: (bytes: Uint8Array) => KeptType | Refusal,
): Promise<Held | null> {
  const [file] = filesIn(form, "file");
  if (file === undefined) return null;
  return holdUpload(args, file, { purpose: "template", field: "file", allow: mayKeepTemplates, check });
}
