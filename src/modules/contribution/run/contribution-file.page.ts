import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { activitiesOf, personNames } from "#modules/membership/index.server.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day, month } from "#ui/format.ts";
import { mayManage, mayRead } from "../contribution.policy.ts";
import type { Route } from "./+types/contribution-file.page";
import { listRuns, type PostedMonth, postedMonths, type RunSummary } from "./run.store.ts";
import { en } from "./run-screen.en.ts";
import { fr } from "./run-screen.fr.ts";

const MOST = 100_000;

/** The runs of the cooperative as a file; of one activity (?activite=…), its months; ?forme=mois, those of all. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const activityId = parseId<"activity">(parameters.get("activite"));
  return readTenant(args, async ({ tx, actor, organizationId, language }) => {
    const words = language === "fr" ? fr : en;
    const refusal = activityId === null ? mayManage(actor) : mayRead(actor, activityId);
    if (refusal) return refusal;
    const format = fileFormat(parameters);
    if (activityId !== null || parameters.get("forme") === "mois") {
      const chosen = activityId === null ? "all" : ([activityId] as const);
      const names = new Map(
        (await activitiesOf(tx, organizationId, activityId === null ? "all" : new Set([activityId]))).map(
          ({ id, name }) => [id, name],
        ),
      );
      const columns: FileColumn<PostedMonth>[] = [
        { header: words.activity, value: (row) => names.get(row.activityId) ?? "" },
        { header: words.month, value: (row) => month(row.month, language) },
        { header: words.amount, value: (row) => ({ amount: row.total }) },
      ];
      return tableFile(format, words.file, columns, await postedMonths(tx, organizationId, chosen));
    }
    const runs = await listRuns(tx, organizationId, MOST);
    const persons = await personNames(tx, organizationId, [...new Set(runs.map((run) => run.postedBy))]);
    const columns: FileColumn<RunSummary>[] = [
      { header: words.month, value: (run) => month(run.month, language) },
      {
        header: words.kind,
        value: (run) =>
          run.sequence === 1 ? words.first : fill(words.correction, { count: String(run.sequence - 1) }),
      },
      { header: words.date, value: (run) => day(run.entryDate) },
      { header: words.by, value: (run) => persons.get(run.postedBy) ?? "" },
      { header: words.activities, value: (run) => String(run.activities) },
      { header: words.amount, value: (run) => ({ amount: run.amount }) },
    ];
    return tableFile(format, words.file, columns, runs);
  });
}
