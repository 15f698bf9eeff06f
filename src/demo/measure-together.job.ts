/**
 * What the cooperatives of the network do for one another shows in their books: invoices from activities of « L'Établi » to its
 * sisters, the month of delegated pay. Their figures of the year leave, and one of the parties declares what it reads there.
 */
import { sql } from "kysely";
import { addDays, type Instant, monthOf, toDay } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import { billMonth } from "#modules/delegation/index.server.ts";
import { measureEffect, standingOf } from "#modules/objectives/index.server.ts";
import { sendFigures } from "#modules/observatory/index.server.ts";
import { createCustomer, issueInvoice, saveInvoice } from "#modules/sales/index.server.ts";
import { serviceLine } from "#modules/sales/index.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { DELEGATION } from "./delegate-pay.job.ts";
import type { Ground } from "./house.job.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";
import type { NetworkStage } from "./network-stage.ts";
import { answered } from "./observatory.job.ts";
import { FOUNDER } from "./people.ts";
import { SISTER_HOUSES } from "./sister-house.ts";
import { Skipped, type Stage } from "./stage.job.ts";
import { DEMO_SIREN } from "./write-story.job.ts";

/** Two activities for each sister, in euros before tax. */
const WORK: readonly (readonly [words: string, price: number])[] = [
  ["Remise en état de la salle de réunion", 1840],
  ["Affiches de la semaine de la coopération", 620],
  ["Atelier « fixer ses prix », une journée", 760],
  ["Reportage à l’assemblée générale", 540],
  ["Buffet de la rencontre annuelle", 915],
];

type Paper = { readonly name: string; readonly price: bigint; readonly moment: Instant; readonly key: string };
type Buyer = Readonly<Record<"name" | "siren" | "street" | "postalCode" | "city", string>>;

/** The activities of a house that are open, in the order of their codes. */
const activitiesThere = (stage: Stage, most: number) =>
  stage.read(async (tx) => {
    const { rows } = await sql<{ id: ActivityId }>`select id from membership.activity
      where organization_id = ${stage.organizationId} and closed_on is null order by code limit ${most}`.execute(tx);
    return rows.map(({ id }) => id);
  });

const knowCustomer = (stage: Stage, by: string, moment: Instant, key: string, activityId: ActivityId, buyer: Buyer) =>
  stage.run(`${key}:customer`, by, moment, createCustomer, {
    ...{ activityId, customer: { ...buyer, kind: "company", siret: inventedSiret(buyer.siren), country: "FR" } },
  });

async function invoice(stage: Stage, by: string, activityId: ActivityId, buyer: Buyer, paper: Paper): Promise<void> {
  const { key, moment, name, price } = paper;
  const { customerId } = await knowCustomer(stage, by, moment, key, activityId, buyer);
  const lines = [serviceLine({ name, count: 1, unit: "LS", price: price as never })];
  const saved = await stage.run(`${key}:save`, by, moment, saveInvoice, {
    ...{ invoiceId: null, version: null, activityId, customerId, issueDate: null, dueDate: null, title: name },
    content: {
      ...{ mode: "ht", lines, discounts: [], deliveryDate: null, purchaseOrder: "", note: "" },
      language: "fr",
    },
  });
  await stage.run(`${key}:issue`, by, moment, issueInvoice, { invoiceId: saved.invoiceId });
}

export async function measureTogether(ground: Ground, stage: NetworkStage): Promise<void> {
  const { etabli, network, sisters, now, structure } = stage;
  const by = FOUNDER.key;
  const moment = (minute: number) => minutesAfter(now, minute - 20);
  const activities = await activitiesThere(etabli, 2 * SISTER_HOUSES.length);
  for (const [rank, house] of SISTER_HOUSES.entries()) {
    const { legalName: name, street, postalCode, city } = house;
    const buyer = { name, siren: inventedSiren(house.rank), street, postalCode, city };
    for (const turn of [0, 1]) {
      const activityId = activities[2 * rank + turn];
      const [words = "", euros = 0] = WORK[(rank + turn) % WORK.length] ?? [];
      if (activityId === undefined) continue;
      const paper = {
        name: words,
        price: BigInt(euros) * 100n,
        moment: moment(0),
        key: `together:${house.slug}:${turn}`,
      };
      await invoice(etabli, by, activityId, buyer, paper);
    }
  }
  const provider = sisters.get(DELEGATION.slug);
  if (provider !== undefined) await billPay(ground, etabli, provider, moment(4), now);

  const year = now.slice(0, 4);
  // As those of the years before: whoever receives goes by the clock of the story, and takes nothing from its future.
  const signed = at(workingDayBefore(addDays(toDay(now.slice(0, 10)), -2)), 12);
  const senders: [Stage, string][] = [[etabli, by]];
  if (provider !== undefined) senders.push([provider, DELEGATION.director]);
  for (const [house, director] of senders) {
    await house.run(`observatory:send:${year}`, director, signed, sendFigures, { period: year });
    await answered(house);
  }
  const { conventionId } = network.answer<{ conventionId: string }>("objectives:begin");
  const own = structure("etabli") as Id<"structure">;
  const [told] = await network.read((tx) => standingOf({ tx, ...network }, [own], Number(year)));
  if (told === undefined) return;
  // The others wait for whoever opens the page.
  await network.run("objectives:measure", by, moment(12), measureEffect, {
    ...{ conventionId, structureId: own, year, kind: "internalInvoices", documentId: told.documentId },
  });
}

/** The provider's invoice for the month that it began. */
async function billPay(ground: Ground, etabli: Stage, provider: Stage, moment: Instant, now: Instant): Promise<void> {
  await ground.settle();
  const { director } = DELEGATION;
  const { agreementId } = etabli.answer<{ agreementId: string }>("delegation:propose");
  const [activityId] = await activitiesThere(provider, 1);
  if (activityId === undefined) throw new Skipped("the provider has no activity");
  const address = { street: "12 quai de l’Atelier", postalCode: "29200", city: "Brest" };
  const buyer = { name: "Coopérative L’Établi", siren: DEMO_SIREN, ...address };
  await knowCustomer(provider, director, moment, "delegation:bill", activityId, buyer);
  const month = monthOf(toDay(now.slice(0, 10)));
  const billed = await provider.run("delegation:bill", director, moment, billMonth, { agreementId, activityId, month });
  await provider.run("delegation:bill:issue", director, moment, issueInvoice, { invoiceId: billed.invoiceId });
}
