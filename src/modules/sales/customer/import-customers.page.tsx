import { data, redirect } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { uploadedText } from "#platform/http/uploaded-text.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import type { Route } from "./+types/import-customers.page";
import { mayCustomer } from "./customer.policy.ts";
import { knownCustomers } from "./customer.store.ts";
import { CUSTOMER_FIELDS, type CustomerField } from "./customer.ts";
import { type CustomerFile, readCustomerFile } from "./customer-file.ts";
import { type ColumnChoice, guessColumns, MAX_IMPORT_BYTES, planImport } from "./customer-import.ts";
import { importCustomers } from "./import-customers.command.ts";
import { en } from "./import-customers.en.ts";
import { fr } from "./import-customers.fr.ts";
import { type ImportAnswer, ImportCustomersView, type PreviewLine } from "./import-customers.view.tsx";

/** Lines shown in the preview: those to look at first. */
const SHOWN = 200;

/** The activities whose customers the actor may import. */
async function activitiesToImport(args: Route.LoaderArgs | Route.ActionArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const activities = (await activitiesOf(tx, organizationId, visibleActivities(actor))).filter(
      (activity) => mayCustomer(actor, "import", activity.id) === null,
    );
    if (activities.length === 0) return refuse("forbidden", "customer.notAllowed");
    const mine = activities.find((activity) => actor.own.has(activity.id)) ?? activities[0];
    return {
      slug,
      key: newId<"key">(now) as string,
      activities: activities.map(({ id, name }) => ({ id: id as string, name })),
      activityId: (mine?.id ?? "") as string,
    };
  });
}

export function loader(args: Route.LoaderArgs) {
  return activitiesToImport(args);
}

/** Reads the file, reads it again with other columns, or imports: the text of the file travels with the form. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const intent = String(form.get("intent") ?? "read");
  const read =
    intent === "read"
      ? await uploadedText(args, form, "file", MAX_IMPORT_BYTES)
      : { text: String(form.get("csv") ?? "") };
  if ("problem" in read) return data({ problem: read.problem, preview: null, refusal: null }, { status: 422 });
  const { text } = read;
  const file = readCustomerFile(text);
  if (typeof file === "string") return data({ problem: file, preview: null, refusal: null }, { status: 422 });
  const columns = intent === "read" ? guessColumns(file.headings, file.rows) : postedColumns(form, file);
  const persons = form.get("persons") !== null;
  const activityId = String(form.get("activityId") ?? "");
  let refusal: string | null = null;

  if (intent === "import") {
    const key = String(form.get("cle") ?? "");
    const result = await runCommand(
      args,
      importCustomers,
      {
        activityId,
        rows: file.rows,
        columns,
        allOrNothing: form.get("choice") !== "valid",
        skipKnown: form.get("skipKnown") !== null,
        unnumberedArePersons: persons,
      },
      { idempotencyKey: key === "" ? undefined : `import:${key}` },
    );
    if (result.ok) {
      const count = result.output.imported;
      const say = (words: { done: string; doneOne: string }) =>
        count === 1 ? words.doneOne : fill(words.done, { count: String(count) });
      return redirect(`/${args.params.cooperative}/clients`, { headers: flash({ fr: say(fr), en: say(en) }) });
    }
    refusal = result.problem.sentence;
  }
  const preview = await previewOf(args, activityId, file, columns, persons);
  const answer: ImportAnswer = {
    problem: null,
    refusal,
    preview: { ...preview, csv: text, headings: file.headings, columns, persons, activityId },
  };
  return data(answer, { status: refusal === null ? 200 : 409 });
}

async function previewOf(
  args: Route.ActionArgs,
  activityId: string,
  file: CustomerFile,
  columns: ColumnChoice,
  persons: boolean,
) {
  return readTenant(args, async ({ app, tx, actor, organizationId, language }) => {
    const id = parseId<"activity">(activityId) as ActivityId | null;
    if (id === null) return refuse("missing", "customer.missing");
    const refusal = mayCustomer(actor, "import", id);
    if (refusal) return refusal;
    const plan = planImport(file.rows, columns, await knownCustomers(tx, organizationId, id), persons);
    const lines: PreviewLine[] = plan.map(({ line, name, errors, known }) => ({
      line,
      name,
      known,
      sentences: Object.values(errors).map((code) => app.fieldSentence(code, language)),
    }));
    const wrong = lines.filter((line) => line.sentences.length > 0);
    const known = lines.filter((line) => line.known);
    const rest = lines.filter((line) => line.sentences.length === 0 && !line.known);
    return {
      total: lines.length,
      wrong: wrong.length,
      known: known.length,
      lines: [...wrong, ...known, ...rest].slice(0, SHOWN),
    };
  });
}

function postedColumns(form: FormData, file: CustomerFile): ColumnChoice {
  return file.headings.map((_, index) => {
    const field = String(form.get(`columns.${index}`) ?? "");
    return CUSTOMER_FIELDS.includes(field as CustomerField) ? (field as CustomerField) : null;
  });
}

export default function ImportCustomersPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportCustomersView shown={loaderData} answer={(actionData as ImportAnswer | undefined) ?? null} />;
}
