import { data, redirect } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { problemOf, type Reader, readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { deleteSheet, duplicateSheet, saveSheet } from "../sheet/save-sheet.command.ts";
import { en as sheetEn } from "../sheet/sheet.en.ts";
import { fr as sheetFr } from "../sheet/sheet.fr.ts";
import { maySheet } from "../sheet/sheet.policy.ts";
import { findSheet } from "../sheet/sheet.store.ts";
import { KeepForm } from "../sheet/sheet.view.tsx";
import type { Route } from "./+types/question.page";
import { AnswerCard } from "./answer.view.tsx";
import { askedOf, namesOf, reachOf } from "./asked.store.ts";
import { AddCriterion } from "./criterion.view.tsx";
import { crossTable } from "./cross-table.ts";
import { SpreadCard } from "./cross-table.view.tsx";
import { addTo, groupAt, joinAt, removeAt, turnAt } from "./edit.ts";
import { countPeople, spreadPeople } from "./people.store.ts";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import { mayReadStatistics } from "./question.policy.ts";
import { AXES, EMPTY_GROUP, parseQuestion, type Question } from "./question.ts";
import { questionOf, questionSearch, sheetAsked } from "./question-address.ts";
import { criterionOf, isFault, whenOf } from "./question-form.ts";
import { isSubject } from "./subject.ts";
import { WhenForm } from "./when.view.tsx";
import { WhoCard } from "./who.view.tsx";

/** Lines of a table on screen; the file has them all. */
const MOST_LINES = 60;

export function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const { tx, actor, organizationId, slug, today, now } = reader;
    const sheet = await sheetOf(reader, search);
    if (sheet !== null) {
      const refused = maySheet(actor, "read", sheet === "missing" ? null : sheet);
      if (refused) return refused;
    }
    const kept = sheet === null || sheet === "missing" ? null : sheet;
    const question = questionOf(search, kept?.question);
    const asked = await askedOf(reader, question);
    const { rows, columns, who } = question;
    const spread = rows !== null || columns !== null;
    const cells = spread ? await spreadPeople(tx, actor, who, asked, { rows, columns }) : [];
    const table = spread ? crossTable(cells, { rows, columns }) : null;
    const wanted = new URLSearchParams(search);
    const subject = wanted.get("sujet") ?? "";
    return {
      slug,
      today,
      question,
      period: { from: asked.from, to: asked.to },
      people: table === null ? await countPeople(tx, actor, who, asked) : table.people,
      table: table === null ? null : { ...table, rows: table.rows.slice(0, MOST_LINES), lines: table.rows.length },
      names: await namesOf({ tx, organizationId }),
      reach: await reachOf(reader, asked),
      adding: { place: groupAt(who, wanted.get("dans") ?? "").place, subject: isSubject(subject) ? subject : null },
      sheet:
        kept === null
          ? null
          : {
              ...{ id: kept.id, name: kept.name, description: kept.description },
              ...{ shared: kept.shared, version: kept.version, mayChange: maySheet(actor, "change", kept) === null },
            },
      key: newId<"key">(now) as string,
    };
  });
}

async function sheetOf({ tx, organizationId }: Reader, search: string) {
  const asked = sheetAsked(search);
  if (asked === null) return null;
  const id = parseId<"sheet">(asked);
  return (id === null ? null : await findSheet(tx, organizationId, id)) ?? ("missing" as const);
}

export type QuestionData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const here = `/${args.params.cooperative}/statistiques/question`;
  const sheetId = text("fiche") || null;
  const question = parseQuestion(text("d"));
  const intent = text("intention");
  if (intent === "save" || intent === "duplicate" || intent === "delete") {
    const options = { idempotencyKey: `${intent}:${text("cle")}` };
    const fields = { name: text("name"), description: text("description"), shared: text("shared") };
    const result =
      intent === "save"
        ? await runCommand(
            args,
            saveSheet,
            { ...fields, sheetId, version: text("version"), definition: text("d") },
            options,
          )
        : intent === "duplicate"
          ? await runCommand(args, duplicateSheet, { sheetId, name: text("name") }, options)
          : await runCommand(args, deleteSheet, { sheetId });
    if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
    const said = { save: "saved", duplicate: "duplicated", delete: "removed" } as const;
    const headers = flash({ fr: sheetFr[said[intent]], en: sheetEn[said[intent]] });
    if (intent === "delete") return redirect(`/${args.params.cooperative}/statistiques`, { headers });
    return redirect(`${here}?fiche=${result.output.sheetId}`, { headers });
  }
  return readTenant(args, async ({ actor, today, app, language }) => {
    const refusal = mayReadStatistics(actor);
    if (refusal) return refusal;
    if (question === null) return refuse("invalid", "sheet.unreadable");
    const changed = changeQuestion(intent, question, form, today);
    if ("code" in changed) {
      const problem = problemOf(app, refuse("invalid", changed.code, {}, changed.field), language);
      return data({ problem, typed: typedValues(form) }, { status: 422 });
    }
    return redirect(`${here}${questionSearch(changed, sheetId)}`);
  });
}

/** The question that a form of the page makes of another one, or what is wrong. */
function changeQuestion(intent: string, question: Question, form: FormData, today: Reader["today"]) {
  const text = (name: string) => String(form.get(name) ?? "");
  const { who } = question;
  if (intent === "criterion") {
    const criterion = criterionOf(form, today);
    if (criterion === null) return question;
    if (isFault(criterion)) return criterion;
    const added = addTo(who, text("place"), criterion);
    return added === who ? { code: "question.tooLong" as const, field: "operator" } : { ...question, who: added };
  }
  if (intent === "when") {
    const when = whenOf(form, today);
    return isFault(when) ? when : { ...question, ...when };
  }
  if (intent === "spread") {
    const axis = (name: string) => AXES.find((one) => one === text(name)) ?? null;
    return { ...question, rows: axis("rows"), columns: axis("columns") };
  }
  const [act, place = ""] = text("act").split(" ");
  if (act === "remove") return { ...question, who: removeAt(who, place) };
  if (act === "turn") return { ...question, who: turnAt(who, place) };
  if (act === "join") return { ...question, who: joinAt(who, place) };
  return act === "group" ? { ...question, who: addTo(who, place, { ...EMPTY_GROUP, join: "any" }) } : question;
}

export default function QuestionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, sheet, question, reach } = loaderData;
  const answer = actionData ?? undefined;
  const limited = reach === null ? null : fill(words.limited, { count: String(reach) });
  return (
    <Page
      title={sheet?.name ?? words.title}
      description={sheet?.description || words.lead}
      crumbs={[{ to: `/${slug}/statistiques`, label: words.crumb }]}
    >
      <AnswerCard data={loaderData} limited={limited} language={language} />
      <div className="grid grid-cols-1 items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4 sm:gap-5">
          <WhoCard data={loaderData} />
          <AddCriterion key={JSON.stringify([question.who, loaderData.adding])} data={loaderData} answer={answer} />
        </div>
        <WhenForm data={loaderData} answer={answer} />
      </div>
      <SpreadCard data={loaderData} answer={answer} />
      <KeepForm data={loaderData} answer={answer} />
    </Page>
  );
}
