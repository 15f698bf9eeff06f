import { createHash } from "node:crypto";
import { data } from "react-router";
import { type Day, dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { appContext } from "#platform/http/context.ts";
import { filesIn } from "#platform/http/held-upload.ts";
import { readUploadOr, type ScanProblem } from "#platform/http/upload.ts";
import { Card } from "#ui/card.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/verify.page";
import { en } from "./signature.en.ts";
import { fr } from "./signature.fr.ts";
import { findRequest } from "./signature.store.ts";
import { holdsTogether, readCheckCode } from "./signature.ts";

const MOST_BYTES = 20_000_000;

export function loader({ params }: Route.LoaderArgs) {
  // Any well-made code opens the form: it tells nothing, of nobody, without the file itself.
  if (readCheckCode(params.token ?? "") === null) throw data(null, { status: 404 });
  return null;
}

/** Compares the fingerprint of a file with what was signed. Anybody may: only who has the file learns anything. */
type Found = {
  readonly result: "good" | "original" | "bad" | "none" | "tooBig" | ScanProblem;
  readonly hash: string;
  readonly names?: readonly string[];
  readonly on?: Day;
};

export async function action(args: Route.ActionArgs): Promise<Found> {
  const code = readCheckCode(args.params.token ?? "");
  if (code === null) throw data(null, { status: 404 });
  const [file] = filesIn(await args.request.formData(), "file");
  if (file === undefined) return { result: "none", hash: "" };
  if (file.size > MOST_BYTES) return { result: "tooBig", hash: "" };
  const upload = await readUploadOr(args, file);
  if ("problem" in upload) return { result: upload.problem, hash: "" };
  const hash = createHash("sha256").update(upload.bytes).digest("hex");
  const app = args.context.get(appContext);
  const { organizationId, requestId } = code;
  const request = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
    findRequest(tx, organizationId, requestId),
  );
  const result = request?.signedHash === hash ? "good" : request?.documentHash === hash ? "original" : "bad";
  if (
    request === null ||
    request.closedAt === null ||
    request.outcome !== "signed" ||
    result === "bad" ||
    !holdsTogether(request.events)
  ) {
    return { result: "bad", hash };
  }
  const zone = request.events.at(-1)?.timeZone ?? "Europe/Paris";
  return { result, hash, names: request.signers.map(({ name }) => name), on: dayIn(request.closedAt, zone) };
}

/** A page outside of any cooperative, for whoever holds a signed document. */
export default function VerifyPage({ actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const { verify } = choose({ fr, en });
  const found = actionData;
  return (
    <main id="contenu" className="mx-auto max-w-2xl px-4 py-8">
      <Page title={verify.title} description={verify.intro}>
        {found === undefined ? null : (
          <Notice
            alert={found.result === "bad"}
            tone={
              found.result === "good" || found.result === "original"
                ? "ok"
                : found.result === "bad"
                  ? "erreur"
                  : "attention"
            }
            title={verify[found.result]}
          >
            {found.names !== undefined && found.on !== undefined ? (
              <p>{fill(verify.signedBy, { names: found.names.join(", "), date: longDay(found.on, language) })}</p>
            ) : null}
            {found.hash === "" ? null : (
              <p className="text-aide [overflow-wrap:anywhere]">
                {verify.print} : {found.hash}
              </p>
            )}
          </Notice>
        )}
        <Card>
          <SubmitForm encType="multipart/form-data" className="flex flex-col gap-4">
            <FileInput name="file" label={verify.file} accept=".pdf" required />
            <SubmitButton className="w-fit">{verify.submit}</SubmitButton>
          </SubmitForm>
        </Card>
      </Page>
    </main>
  );
}
