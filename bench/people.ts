/**
 * Statistics over persons: 2,000 and 20,000 persons with ten years of history, two cooperatives of one database. What pages
 * read, from the presence of the reader on, interleaved, medians. ESSAIM_BENCH_PEOPLE_SCALE divides the sizes.
 */
import { sql } from "kysely";
import pg from "pg";
import { type Day, toDay } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { portfolioOf } from "#modules/desk/portfolio/portfolio.store.ts";
import { loadPresence, statesOn } from "#modules/membership/index.server.ts";
import { askedOf, namesOf, reachOf } from "#modules/statistics/question/asked.store.ts";
import { countPeople, listPeople, spreadPeople } from "#modules/statistics/question/people.store.ts";
import { BLANK, type Criterion, type Question } from "#modules/statistics/question/question.ts";
import { systemClock } from "#platform/clock.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { inBulk } from "./bulk-entries.ts";
import { PEOPLE_TABLES, writePeople } from "./bulk-people.ts";
import { figure, line, median, openStage, target } from "./stage.ts";

const SCALE = Number(process.env.ESSAIM_BENCH_PEOPLE_SCALE ?? 1);
const SIZES = { small: 2_000 / SCALE, large: 20_000 / SCALE };
const ROUNDS = 15;
const FOLLOWED = 60;

const one = (fields: Pick<Criterion, "subject" | "operator" | "values"> & Partial<Criterion>): Criterion => ({
  ...{ moment: "at", not: false },
  ...fields,
});
const THREE: Question["who"] = {
  ...{ join: "all", not: false },
  of: [
    one({ subject: "contract", operator: "in", values: ["cesa"], moment: "once" }),
    one({ subject: "zone", operator: "in", values: ["qpv"] }),
    one({ subject: "sex", operator: "in", values: ["woman"] }),
  ],
};
const YEAR: Question["when"] = { kind: "during", from: toDay("2024-01-01"), to: toDay("2024-12-31") };
const DAY: Question["when"] = { kind: "on", on: toDay("2021-03-15") };

type House = { readonly organizationId: OrganizationId; readonly chief: Id<"user">; readonly follower: Id<"user"> };

const stage = await openStage(4);
const admin = new pg.Client(stage.admin);
await admin.connect();

async function openHouse(people: number): Promise<House> {
  const now = systemClock();
  const organizationId = newId<"organization">(now);
  const users = { chief: `chief-${people}` as Id<"user">, follower: `follower-${people}` as Id<"user"> };
  const followerId = newId<"person">(now);
  await withTenant(stage.database, { organizationId, userId: null }, async (tx) => {
    await sql`insert into membership.organization (organization_id, slug, legal_name, siren, siret, vat_number, street, postal_code, city, created_at)
      values (${organizationId}, ${`gens-${people}`}, 'Gens', '732829320', '73282932000074', 'FR44732829320', '1 rue', '29200', 'Brest', ${now})`.execute(
      tx,
    );
    for (const [id, userId, role, followed] of [
      [newId<"person">(now), users.chief, "direction", false],
      [followerId, users.follower, "accompagnateur", true],
    ] as const) {
      await sql`insert into membership.person (organization_id, id, user_id, first_name, last_name, email, created_at)
        values (${organizationId}, ${id}, ${userId}, 'Camille', 'Banc', ${`${userId}@example.org`}, ${now})`.execute(
        tx,
      );
      await sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
        values (${organizationId}, ${newId(now)}, ${id}, ${role}, ${followed}, ${now})`.execute(tx);
    }
  });
  await writePeople(admin, { organizationId, people, followerId, followed: FOLLOWED });
  return { organizationId, ...users };
}

function read<T>(house: House, who: "chief" | "follower", work: (reader: Reader) => Promise<T>): Promise<T> {
  const caller = { organizationId: house.organizationId, userId: house[who] };
  return withTenant(stage.database, caller, async (tx) => {
    const now = systemClock();
    const presence = await loadPresence(tx, caller, now);
    if (presence === null) throw new Error("nobody reads");
    const { actor, today, timeZone } = presence;
    return work({ tx, actor, organizationId: house.organizationId, now, today, timeZone, language: "fr" } as Reader);
  });
}

/** What the page of a question reads. */
async function page(reader: Reader, question: Question): Promise<number> {
  const asked = await askedOf(reader, question);
  const { rows, columns, who } = question;
  const spread = rows !== null || columns !== null;
  const cells = spread ? await spreadPeople(reader.tx, reader.actor, who, asked, { rows, columns }) : [];
  await namesOf(reader);
  await reachOf(reader, asked);
  return spread
    ? cells.reduce((sum, cell) => sum + cell.people, 0)
    : await countPeople(reader.tx, reader.actor, who, asked);
}

const READS: readonly {
  readonly name: string;
  readonly asked: number | null;
  readonly who: "chief" | "follower";
  readonly work: (reader: Reader) => Promise<unknown>;
}[] = [
  {
    name: "three criteria over a year",
    asked: 3,
    who: "chief",
    work: (r) => page(r, { ...BLANK, who: THREE, when: YEAR }),
  },
  { name: "  on a day of 2021", asked: 3, who: "chief", work: (r) => page(r, { ...BLANK, who: THREE, when: DAY }) },
  {
    name: "  spread by study level",
    asked: 3,
    who: "chief",
    work: (r) => page(r, { ...BLANK, who: THREE, when: YEAR, rows: "study_level" }),
  },
  {
    name: "  as known in 2022",
    asked: 3,
    who: "chief",
    work: (r) => page(r, { ...BLANK, who: THREE, when: DAY, known: toDay("2022-01-01") }),
  },
  {
    name: "  over a year, as known in 2025",
    asked: 3,
    who: "chief",
    work: (r) => page(r, { ...BLANK, who: THREE, when: YEAR, known: toDay("2025-01-01") }),
  },
  {
    name: "  the first fifty persons behind",
    asked: 3,
    who: "chief",
    work: async (r) =>
      listPeople(r.tx, r.actor, THREE, await askedOf(r, { when: YEAR, known: null }), { limit: 50, offset: 0 }),
  },
  {
    name: "everybody's contract and zone on a day of 2021",
    asked: null,
    who: "chief",
    work: (r) => statesOn(r.tx, r.organizationId, ["contract", "zone"], "2021-03-15" as Day, null),
  },
  {
    name: "  counted in a table",
    asked: null,
    who: "chief",
    work: (r) => page(r, { ...BLANK, when: DAY, rows: "contract", columns: "zone" }),
  },
  { name: "portfolio of one follower", asked: 3, who: "follower", work: (r) => portfolioOf(r) },
];

try {
  const before = performance.now();
  const houses: { small?: House; large?: House } = {};
  await inBulk(admin, PEOPLE_TABLES, async () => {
    houses.small = await openHouse(SIZES.small);
    houses.large = await openHouse(SIZES.large);
  });
  const { small, large } = houses;
  if (small === undefined || large === undefined) throw new Error("no cooperative was made");
  line(
    `  ${figure(SIZES.small)} and ${figure(SIZES.large)} persons`,
    `written in ${((performance.now() - before) / 1000).toFixed(0)} s`,
  );
  const measure = async (house: House, { who, work }: (typeof READS)[number]) => {
    const began = performance.now();
    await read(house, who, work);
    return performance.now() - began;
  };
  for (const each of READS) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = -2; round < ROUNDS; round++) {
      const took = { small: await measure(small, each), large: await measure(large, each) };
      if (round < 0) continue;
      times.small.push(took.small);
      times.large.push(took.large);
    }
    const [less, more] = [median(times.small), median(times.large)];
    line(
      each.name,
      `${less.toFixed(1).padStart(7)} ms ${more.toFixed(1).padStart(8)} ms  ×${(more / less).toFixed(2)}`,
    );
    if (each.asked !== null) target("    times slower", more / less, "at most", each.asked);
  }
} finally {
  await admin.end();
  await stage.close();
}
