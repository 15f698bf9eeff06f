import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Day, parseDay } from "#kernel/day.ts";
import { heldMeetings } from "#modules/accompaniment/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { askedOf, namesOf, reachOf } from "../question/asked.store.ts";
import { crossTable } from "../question/cross-table.ts";
import type { Asked } from "../question/evaluate.ts";
import { countPeople, spreadPeople } from "../question/people.store.ts";
import type { When } from "../question/period.ts";
import { personSet } from "../question/question-set.store.ts";
import { BREAKDOWN_KEYS, BREAKDOWNS, FIGURE_KEYS, FIGURES, type Report } from "./report.ts";

/** The period of an address (`?periode=last_year`, `?periode=during&du=…&au=…&connu=…`); this year otherwise. */
export function reportWhen(search: string, today: Day): { readonly when: When; readonly known: Day | null } {
  const asked = new URLSearchParams(search);
  const dayOf = (name: string) => parseDay(parseDayInput(asked.get(name) ?? "", today) ?? "");
  const [from, to, known] = [dayOf("du"), dayOf("au"), dayOf("connu")];
  const kind = asked.get("periode");
  if (kind === "during" && from !== null && to !== null && from <= to) return { when: { kind, from, to }, known };
  return { when: { kind: kind === "last_year" ? kind : "this_year" }, known };
}

async function minutesOf(tx: Tx, actor: Actor, { from, to, knownAt }: Asked): Promise<number> {
  const who = personSet(actor, FIGURES.accompanied, { from, to, knownAt });
  const { rows } = await sql<{ minutes: number }>`select coalesce(sum(m.minutes), 0)::int as minutes
    from (${heldMeetings(actor.organizationId, from, to)}) m join (${who}) p on p.person_id = m.person_id`.execute(tx);
  return rows[0]?.minutes ?? 0;
}

/** Every figure of the report, each by one query, within the reader's reach. */
export async function readReport(reader: Reader, search: string): Promise<Report> {
  const { tx, actor, today } = reader;
  const { when, known } = reportWhen(search, today);
  const asked = await askedOf(reader, { when, known });
  const figures = [];
  for (const key of FIGURE_KEYS) figures.push({ key, people: await countPeople(tx, actor, FIGURES[key], asked) });
  const breakdowns = [];
  for (const key of BREAKDOWN_KEYS) {
    const { of, axis } = BREAKDOWNS[key];
    const axes = { rows: axis, columns: null };
    const cells = await spreadPeople(tx, actor, FIGURES[of], asked, axes);
    breakdowns.push({ key, table: crossTable(cells, axes) });
  }
  return {
    ...{ when, known, figures, breakdowns, knownAt: asked.knownAt },
    period: { from: asked.from, to: asked.to },
    minutes: await minutesOf(tx, actor, asked),
    names: await namesOf(reader),
    reach: await reachOf(reader, asked),
  };
}
