import { addDays, addMonths, type Instant, monthOf, toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import {
  answerAgreement,
  commentWork,
  finishWork,
  nameDelegate,
  proposeAgreement,
  workOf,
} from "#modules/delegation/index.server.ts";
import { addPerson, grantRole } from "#modules/membership/index.server.ts";
import { accountFor, type Ground } from "./house.job.ts";
import { FOUNDER } from "./people.ts";
import type { Stage } from "./stage.job.ts";

type Told = { readonly etabli: Stage; readonly sisters: ReadonlyMap<string, Stage>; readonly now: Instant };

/** Who keeps the pay of others: of the payroll of « Transmettre », to which « L'Établi » entrusts its pay variables. */
const PAULINE = { key: "pauline", firstName: "Pauline", lastName: "Mercier", email: "pauline@transmettre.example" };
export const DELEGATION = { slug: "transmettre", director: "hugo" } as const;

/** « L'Établi » entrusts its pay variables to « Transmettre », which began the month's work. */
export async function delegatePay(ground: Ground, { etabli, sisters, now }: Told): Promise<void> {
  const provider = sisters.get(DELEGATION.slug);
  if (provider === undefined) return;
  const { director } = DELEGATION;
  const later = (minutes: number) => new Date(Date.parse(now) - (60 - minutes) * 60_000).toISOString() as Instant;
  const today = toDay(now.slice(0, 10));
  const startsOn = toDay(`${monthOf(today)}-01`);
  const { firstName, lastName, email } = PAULINE;
  const person = { firstName, lastName, email, invite: true };
  const { personId } = await provider.run("person:pauline", director, later(0), addPerson, person);
  await provider.run("role:pauline", director, later(1), grantRole, { personId, role: "payroll", siteId: "" });
  const userId = await accountFor(ground, PAULINE);

  const items = [
    { work: "payVariables", unitPrice: "1450", volume: "30" },
    { work: "declarations", unitPrice: "9000", volume: "1" },
  ];
  const proposal = { provider: DELEGATION.slug, items, startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) };
  const { agreementId } = await etabli.run("delegation:propose", FOUNDER.key, later(2), proposeAgreement, proposal);
  await ground.settle();
  await provider.run("delegation:sign", director, later(4), answerAgreement, { agreementId, answer: "sign" });
  await provider.run("delegation:name", director, later(5), nameDelegate, { agreementId, personId });
  await ground.settle();

  etabli.enter(PAULINE.key, userId);
  const works = await etabli.read((tx) => workOf(tx, etabli.organizationId, { agreementId }));
  const variables = works.filter(({ work }) => work === "payVariables");
  const said = async (workId: Id<"work">, by: string, minute: number, words: string) => {
    await etabli.run(`delegation:say:${minute}`, by, later(minute), commentWork, { workId, words });
  };
  for (const [index, { id }] of variables.slice(0, Math.ceil(variables.length / 2)).entries()) {
    await etabli.run(`delegation:finish:${index}`, PAULINE.key, later(10 + index), finishWork, { workId: id });
  }
  const open = variables.at(-1);
  if (open === undefined) return;
  await said(open.id, PAULINE.key, 40, "Il me manque les heures de la deuxième semaine. Les avez-vous ?");
  await said(open.id, FOUNDER.key, 45, "Vingt-huit heures, comme la première. La prime attend le mois prochain.");
}
