import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { type Reader, readTenant, runCommand } from "#platform/http/tenant.ts";
import { readUploadOr } from "#platform/http/upload.ts";
import type { UploadProblem } from "#platform/http/uploaded-text.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { say } from "#ui/format.ts";
import { en as rulesEn } from "../fec/fec.en.ts";
import { fr as rulesFr } from "../fec/fec.fr.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/opening.page";
import { importOpening } from "./import-opening.command.ts";
import type { fr as refusals } from "./opening.fr.ts";
import { type FecFacts, OpeningView } from "./opening.view.tsx";
import { en } from "./opening-screen.en.ts";
import { fr } from "./opening-screen.fr.ts";
import { openingState, previewOpening } from "./preview-opening.store.ts";
import { readOpeningUpload } from "./read-opening-upload.ts";

/** Points and accounts shown in the preview. */
const SHOWN = 200;
const MAX_BYTES = 100_000_000;

async function firstYear(reader: Reader) {
  if (!mayKeepBooks(reader.actor, "importOpening")) {
    return refuse<keyof typeof refusals.refusals>("forbidden", "opening.forbidden");
  }
  const [year = null] = await listFiscalYears(reader.tx, reader.organizationId);
  return { year };
}

/** The opening of the first fiscal year: what is expected, or the entry that made it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const found = await firstYear(reader);
    if (!("year" in found)) return found;
    const { year } = found;
    const state = year === null ? { entryId: null, taken: 0n } : await openingState(reader, year);
    return {
      slug: reader.slug,
      key: newId<"key">(reader.now) as string,
      year: year && { code: year.code, start: year.start, posted: year.opening === "posted" },
      entryId: state.entryId,
      taken: Number(state.taken),
    };
  });
}

type Step = { readonly text: string; readonly fec: FecFacts | null };

/** Reads the file, reads it again with other activities, or posts: the balances travel with the form. */
export async function action(args: Route.ActionArgs) {
  // Who may not import sends no file: asked before its bytes are read.
  await readTenant(args, firstYear);
  const form = await args.request.formData();
  const intent = String(form.get("intent") ?? "read");
  const step = intent === "read" ? await readFile(args, form) : carried(form);
  if ("problem" in step) return data({ problem: step.problem, refusal: null, preview: null }, { status: 422 });
  const { preview, posting } = await previewed(args, step, form);
  // A line that cannot be read is not among the rows: while one is wrong, nothing is posted.
  if (intent !== "post" || preview.pointCount > 0) {
    return data({ problem: null, refusal: null, preview }, { status: intent === "post" ? 422 : 200 });
  }
  const key = String(form.get("cle") ?? "");
  const input = { ...posting, acceptLate: form.get("acceptLate") !== null };
  const idempotencyKey = key === "" ? undefined : `opening:${key}`;
  const result = await runCommand(args, importOpening, input, { idempotencyKey });
  if (!result.ok) {
    return data({ problem: null, refusal: result.problem.sentence, preview }, { status: result.status });
  }
  const { entryId, number } = result.output;
  return redirect(`/${args.params.cooperative}/compta/ecritures/${entryId}`, {
    headers: flash({ fr: fill(fr.done, { number }), en: fill(en.done, { number }) }),
  });
}

async function readFile(args: Route.ActionArgs, form: FormData): Promise<Step | { problem: UploadProblem }> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { problem: "missing" };
  if (file.size > MAX_BYTES) return { problem: "tooLarge" };
  const upload = await readUploadOr(args, file);
  return "problem" in upload ? upload : readOpeningUpload(upload.bytes);
}

function carried(form: FormData): Step {
  let fec: FecFacts | null = null;
  try {
    fec = JSON.parse(String(form.get("fec") ?? "null")) as FecFacts | null;
  } catch {
    // A form that somebody changed: its balances are then read as a plain file.
  }
  return { text: String(form.get("csv") ?? ""), fec };
}

function previewed(args: Route.ActionArgs, { text, fec }: Step, form: FormData) {
  return readTenant(args, async (reader) => {
    const { app, language } = reader;
    const found = await firstYear(reader);
    if (!("year" in found)) return found;
    const { year } = found;
    if (year === null) return refuse<keyof typeof refusals.refusals>("conflict", "opening.noYear");
    const told = (code: string) => {
      const said = form.get(`activite.${code}`);
      return said === null ? null : String(said);
    };
    const origin = { fec: fec !== null, lastDate: fec?.lastDate ?? "" };
    const { rows, errors, codes, ...shown } = await previewOpening(reader, year, text, origin, told);
    const points = errors.map(({ line, refusal }) => ({ line, sentence: app.sentence(refusal, language) }));
    const decisive = fec?.decisive ?? null;
    if (decisive !== null) {
      const { rules } = language === "fr" ? rulesFr : rulesEn;
      const fault = say(rules[decisive.rule], decisive.facts, language);
      const refusal = refuse<keyof typeof refusals.refusals>("invalid", "opening.fecUnreadable", { fault });
      points.unshift({ line: decisive.line, sentence: app.sentence(refusal, language) });
    }
    const activities = codes.flatMap(({ code, choice }) => (choice === "" ? [] : [{ code, id: choice }]));
    return {
      preview: {
        ...shown,
        text,
        fec,
        rows: rows.length,
        codes: codes.map((match) => ({ ...match, choice: match.choice === null ? "commun" : match.choice })),
        points: points.slice(0, SHOWN),
        pointCount: points.length,
      },
      posting: { rows, activities },
    };
  });
}

export default function OpeningPage({ loaderData, actionData }: Route.ComponentProps) {
  return <OpeningView shown={loaderData} answer={actionData ?? null} />;
}
