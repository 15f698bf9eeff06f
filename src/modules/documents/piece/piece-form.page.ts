import { data } from "react-router";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { DOCX_TYPE, documentType, type KeptType } from "#platform/files/file-content.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { filesIn, holdUpload } from "#platform/http/held-upload.ts";
import { problemOf, type RouteArguments, todayOf } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { openDocx } from "../docx/safety.ts";
import { textsOf } from "../form-texts.ts";
import { decidePiece, givePiece } from "./give-piece.command.ts";
import { en } from "./piece.en.ts";
import { fr, type PieceRefusalCode } from "./piece.fr.ts";

const MOST_BYTES = 10_000_000;

/** What a piece may be, by its bytes. */
function checkPiece(bytes: Uint8Array): KeptType | Refusal<PieceRefusalCode> {
  if (bytes.byteLength > MOST_BYTES) return refuse("invalid", "piece.heavy");
  return documentType(bytes) ?? (typeof openDocx(bytes) === "string" ? refuse("invalid", "piece.kind") : DOCX_TYPE);
}

/** Whose pieces a page is about: the form adds the contract, and nothing else. */
type Given = { readonly personId: PersonId | string } | { readonly activityId: ActivityId | string };

/** Gives or decides of a piece, from the page of a person, of an activity, or from one's own. */
export async function runPieceForm(args: RouteArguments, holder: Given, back: string) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const done = (said: keyof typeof fr.card.said) => () => ({
    to: back,
    message: { fr: fr.card.said[said], en: en.card.said[said] },
  });
  switch (input.intention) {
    case "accept":
      return act(args, form, decidePiece, { ...input, accepted: true }, done("decided"));
    case "refuse":
      return act(args, form, decidePiece, { ...input, accepted: false }, done("decided"));
    case "give":
      break;
    default:
      throw data(null, { status: 404 });
  }
  const [file] = filesIn(form, "file");
  if (file === undefined) {
    const none = refuse("invalid", "piece.fileNeeded", {}, "file");
    const problem = problemOf(args.context.get(appContext), none, args.context.get(languageContext));
    return data({ problem, typed: typedValues(form) }, { status: 422 });
  }
  // Who may give it is decided by the command, which knows the person; the file waits for its sender alone.
  const held = await holdUpload(args, file, { purpose: "piece", field: "file", allow: () => null, check: checkPiece });
  if (!held.ok) return data({ problem: held.problem, typed: typedValues(form) }, { status: held.status });
  // The form names neither the person nor the activity: the page does.
  const { personId: _, activityId: __, ...given } = input;
  const typedDay = input.expiresOn ?? "";
  const expiresOn = typedDay === "" ? "" : (parseDayInput(typedDay, await todayOf(args)) ?? typedDay);
  return act(args, form, givePiece, { ...given, ...holder, expiresOn, heldFileId: held.held.id }, done("given"));
}
