import { sql } from "kysely";
import { addDays, addMonths, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { openNextFiscalYear, postManualEntry } from "#modules/ledger/index.server.ts";
import { addParticipation, openActivity } from "#modules/membership/index.server.ts";
import { importPersons, recordExit } from "#modules/parcours/index.server.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { accountFor, type Ground, houseOf, type Somebody } from "./house.job.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";

import { halfYears, peopleOf, SISTER_HOUSES, type SisterHouse, type SisterPerson, soldIn } from "./sister-house.ts";
import { Skipped, type Stage } from "./stage.job.ts";

export const directorOf = ({ director, slug }: SisterHouse): Somebody => ({
  ...director,
  email: `${director.key}@${slug}.example`,
});

/** The first day of the books of the sister houses: two whole years before this one. */
export const sistersStart = (now: Instant): Day => toDay(`${Number(now.slice(0, 4)) - 2}-01-01`);

const COLUMNS = [
  ...["firstName", "lastName", "email", "contractKind", "contractStartsOn", "contractEndsOn", "sex", "birth_date"],
  ...["entered_on", "trade", "zone", "study_level", "situation_entry", "prescriber"],
];
/** VAT of services at 20 %. */
const vatOf = (net: bigint) => (net * 20n + 50n) / 100n;

/** The other cooperatives: their people, their contracts, and what each activity sold, by the real commands. */
export async function foundSisters(ground: Ground, now: Instant): Promise<ReadonlyMap<string, Stage>> {
  const found = new Map<string, Stage>();
  for (const house of SISTER_HOUSES) {
    const stage = await houseOf(ground, "cae", identityOf(house), directorOf(house), sistersStart(now));
    await fill(stage, house, now);
    found.set(house.slug, stage);
  }
  return found;
}

/** Somebody of a house enters another one with the same account. */
export async function enter(ground: Ground, stage: Stage, somebody: Somebody): Promise<void> {
  stage.enter(somebody.key, await accountFor(ground, somebody));
}

function identityOf(house: SisterHouse) {
  const siren = inventedSiren(house.rank);
  const { slug, legalName, legalForm, street, postalCode, city, accentColour, siteName } = house;
  return {
    ...{ slug, legalName, legalForm, street, postalCode, city, accentColour, siteName },
    ...{ siren, siret: inventedSiret(siren), email: `bonjour@${slug}.example` },
  };
}

async function fill(stage: Stage, house: SisterHouse, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const start = sistersStart(now);
  const by = house.director.key;
  // Typed now, as whoever takes a new program over: the days are those of what happened.
  const moment = at(workingDayBefore(addDays(today, -3)), 8);
  const people = peopleOf(house, start, today);
  const rows = people.map(({ firstName, lastName, email, cells }) =>
    COLUMNS.map((column) => ({ firstName, lastName, email, ...cells })[column] ?? ""),
  );
  await stage.run("sister:people", by, moment, importPersons, {
    ...{ rows, columns: COLUMNS, key: "email", from: start, allOrNothing: true, fileName: "personnes.xlsx" },
  });
  await openYears(stage, by, moment, start, today);
  for (const [rank, person] of people.entries()) {
    const personId = await personBy(stage, person.email);
    const key = `sister:${rank}`;
    const { activityId } = await stage.run(`${key}:activity`, by, moment, openActivity, {
      ...{ name: `${person.trade} ${person.lastName}`, trade: person.trade, openedOn: person.since },
    });
    const taking = { activityId, personId, startsOn: person.since };
    await stage.run(`${key}:joins`, by, moment, addParticipation, taking);
    await sell(stage, house, person, activityId, { key, moment, start, today });
    if (person.exit === null) continue;
    const motive = person.exit.kind === "own_company" ? "Créer sa société" : "Changement de projet";
    await stage.run(`${key}:leaves`, by, moment, recordExit, { personId, ...person.exit, motive });
  }
}

async function openYears(stage: Stage, by: string, moment: Instant, start: Day, today: Day): Promise<void> {
  for (let year = Number(start.slice(0, 4)) + 1; year <= Number(today.slice(0, 4)); year++) {
    await stage.run(`sister:year:${year}`, by, moment, openNextFiscalYear, { end: null });
  }
}

type Telling = { readonly key: string; readonly moment: Instant; readonly start: Day; readonly today: Day };

/** One entry for each half-year of the activity: what it sold and cashed in, with its VAT. */
async function sell(
  stage: Stage,
  house: SisterHouse,
  person: SisterPerson,
  activityId: ActivityId,
  { key, moment, start, today }: Telling,
): Promise<void> {
  for (const half of halfYears(start, today)) {
    const over = person.exit !== null && person.exit.on < half.until;
    if (half.until < addMonths(person.since, 1) || over) continue;
    const net = soldIn(house, person, half);
    const vat = vatOf(net);
    const line = (account: string, debit: bigint, credit: bigint) => ({
      ...{ account, activityId, debit: String(debit), credit: String(credit) },
    });
    const name = `${half.from.slice(0, 4)}-${half.from.slice(5, 7) === "01" ? "S1" : "S2"}`;
    await stage.run(`${key}:${name}`, house.director.key, moment, postManualEntry, {
      ...{ journalCode: "OD", date: half.until, label: `Ventes ${name}`, pieceRef: `VTE-${name}` },
      lines: [line("512", net + vat, 0n), line("706", 0n, net), line("44571", 0n, vat)],
    });
  }
}

async function personBy(stage: Stage, email: string): Promise<PersonId> {
  const found = await stage.read(async (tx) => {
    const { rows } = await sql<{ id: PersonId }>`select id from membership.person
      where organization_id = ${stage.organizationId} and lower(email) = ${email}`.execute(tx);
    return rows[0]?.id;
  });
  if (found === undefined) throw new Skipped(`${email} was not imported`);
  return found;
}
