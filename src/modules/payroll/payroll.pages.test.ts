import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { recordContract } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as parametersPage from "./parameters/parameters.page.tsx";
import * as payPage from "./simulation/pay.page.tsx";
import type { PayAnswer } from "./simulation/pay-answer.view.tsx";
import * as calculation from "./simulation/pay-calculation.page.ts";

let app: App;
let tenant: TestTenant;
let slug: string;
let activityId: ActivityId;
let entrepreneur: TestPerson;
let payroll: TestPerson;

beforeAll(async () => {
  app = { ...(await testApp()).app, clock: () => "2026-11-22T10:00:00.000Z" as Instant };
});

beforeEach(async () => {
  tenant = await freshTenant();
  slug = tenant.slug;
  activityId = await tenant.activity("Plomberie Roux");
  entrepreneur = await tenant.person({ activities: [activityId] });
  payroll = await tenant.person({ roles: ["payroll"] });
});

function as(who: TestPerson, page: PageRequest) {
  const { signedIn } = who;
  // biome-ignore lint/suspicious/noExplicitAny: the framework's argument types are made for each page
  return pageArguments(app, { signedIn, ...page, params: { cooperative: slug, ...page.params } }) as any;
}

function sign(kind: "cape" | "cesa") {
  const dates = kind === "cape" ? { startsOn: "2026-01-01", endsOn: "2026-12-31" } : { startsOn: "2026-01-01" };
  const input = { personId: entrepreneur.personId, kind, ...dates };
  return execute(tenant.host, payroll.caller, recordContract, input);
}

const pay = (who: TestPerson, search = "") =>
  answerOf(() => payPage.loader(as(who, { path: `/${slug}/remuneration${search}` })));
const compute = (who: TestPerson, search: string) =>
  answerOf(() => calculation.loader(as(who, { path: `/${slug}/remuneration/calcul.data?${search}` })));
const paid = (body: unknown) => {
  const answer = (body as { answer?: PayAnswer }).answer ?? (body as PayAnswer);
  return answer?.kind === "simulation" ? answer.simulation.netPaid : null;
};

describe("« Combien puis-je me payer ? »", () => {
  it("en CESA : la page et le calcul du curseur disent la même paie", async () => {
    await sign("cesa");
    const page = await pay(entrepreneur, "?budget=2 400&heures=35&taux=3");
    expect(page.status).toBe(200);
    expect(page.body).toMatchObject({ kind: "simulator", way: "budget", own: true, rule: null, parametersSet: false });
    const live = await compute(entrepreneur, "sens=budget&budget=2 400&heures=35&taux=3");
    const netPaid = paid(page.body) ?? toCents(0);
    expect(netPaid > toCents(130_000) && netPaid < toCents(150_000)).toBe(true);
    expect(paid(live.body)).toBe(netPaid);
  });

  it("pour une paie souhaitée : ce qu'il faut facturer, et sous quelle règle", async () => {
    await sign("cesa");
    for (const path of ["objectif", "objectif.data"]) {
      const search = "?net=1500&quoi=avant-impot";
      const page = await pay(entrepreneur, `/${path}${search}`);
      expect(page.body).toMatchObject({
        way: "net",
        rule: { assumed: 1000 },
        answer: { kind: "simulation", simulation: { run: { netBeforeTax: toCents(150_000) } } },
      });
      const { budget, turnover } = (page.body as { answer: { simulation: { budget: bigint; turnover: bigint } } })
        .answer.simulation;
      // Budget ÷ 0,9, à un centime près.
      expect(Math.abs(Number(turnover * 9n - budget * 10n))).toBeLessThanOrEqual(9);
    }
    expect((await pay(entrepreneur, "/objectif")).body).toMatchObject({ way: "net", answer: null });
  });

  it("en CAPE ou sans contrat : une phrase, et aucun calcul, même demandé à la main", async () => {
    expect((await pay(entrepreneur)).body).toMatchObject({ kind: "noSalary", contract: "none" });
    await sign("cape");
    expect((await pay(entrepreneur)).body).toMatchObject({ kind: "noSalary", contract: "cape" });
    expect((await compute(entrepreneur, "budget=2000&heures=35")).body).toEqual({
      kind: "refused",
      sentence: "En CAPE, il n’y a pas de salaire. Votre argent reste dans l’activité jusqu’au CESA ou à votre départ.",
    });
  });

  it("trop peu d'argent : la phrase dit combien il faut", async () => {
    await sign("cesa");
    const { body } = await pay(entrepreneur);
    expect((body as { answer: { sentence: string } }).answer.sentence).toMatch(
      /^Il faut au moins \d+,\d\d\u00a0€ de budget pour une paie\. Il y a 0,00\u00a0€\.$/,
    );
  });

  it("des champs qui ne se lisent pas : pas de réponse, pas d'erreur", async () => {
    await sign("cesa");
    const page = await pay(entrepreneur, "?budget=<script>&heures=99&taux=-4&fixe=1e9");
    expect(page).toMatchObject({ status: 200, body: { answer: null, texts: { budget: "<script>", heures: "99" } } });
    expect(await compute(entrepreneur, "budget=x")).toMatchObject({ status: 200, body: null });
  });

  it("qui n'a pas accès ne trouve rien : page et calcul", async () => {
    await sign("cesa");
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["payroll", "direction"] });
    const neighbour = await tenant.person({ activities: [await tenant.activity("Pains d’Élise")] });
    const administrator = await tenant.person({ roles: ["administrator"] });
    for (const who of [stranger, neighbour, administrator]) {
      expect((await pay(who, `?activite=${activityId}`)).status).toBe(404);
      expect((await compute(who, `activite=${activityId}&budget=2000`)).status).toBe(404);
    }
    expect((await pay(administrator)).status).toBe(404);
  });

  it("l'équipe choisit l'activité, puis simule pour la personne", async () => {
    await sign("cesa");
    expect((await pay(payroll)).body).toMatchObject({ kind: "choice", choices: [{ name: "Plomberie Roux" }] });
    const page = await pay(payroll, `?activite=${activityId}&budget=2000`);
    expect(page.body).toMatchObject({ own: false, maySet: true, personId: entrepreneur.personId });
    expect(paid((await compute(payroll, `activite=${activityId}&budget=2000`)).body)).toBe(paid(page.body));
  });
});

describe("Les paramètres de paie", () => {
  const path = () => `/${slug}/remuneration/parametres`;
  const TYPED = {
    cle: "",
    version: "1",
    headcount: "46",
    accidentRate: "1,1",
    healthInsurance: "52,50",
    healthInsuranceEmployerShare: "60",
    mobilityRate: "0",
    payrollTaxRatio: "0",
    otherCost: "8,40",
    holidayRate: "10",
  };
  const save = (who: TestPerson, form: Record<string, string>) =>
    answerOf(() => parametersPage.action(as(who, { path: path(), form })));

  it("la paie les lit et les règle ; la simulation les suit", async () => {
    const shown = await answerOf(() => parametersPage.loader(as(payroll, { path: path() })));
    expect(shown).toMatchObject({ status: 200, body: { set: false, version: 1, texts: { headcount: "20" } } });
    expect((await save(payroll, TYPED)).status).toBe(302);
    const again = await answerOf(() => parametersPage.loader(as(payroll, { path: path() })));
    expect(again.body).toMatchObject({ set: true, version: 2, texts: { headcount: "46", accidentRate: "1,1" } });
    await sign("cesa");
    expect((await pay(entrepreneur)).body).toMatchObject({ headcount: 46, parametersSet: true, maySet: false });
  });

  it("une faute revient avec ce qui a été tapé", async () => {
    const answer = await save(payroll, { ...TYPED, headcount: "zéro", healthInsuranceEmployerShare: "10" });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        problem: {
          fields: {
            headcount: "Écrivez l’effectif de toute la coopérative, au moins 1.",
            healthInsuranceEmployerShare: "La coopérative paie au moins la moitié de la mutuelle.",
          },
        },
        typed: { headcount: "zéro", otherCost: "8,40" },
      },
    });
  });

  it("ni l'entrepreneur ni la comptabilité", async () => {
    for (const who of [entrepreneur, await tenant.person({ roles: ["accountant"] })]) {
      expect((await answerOf(() => parametersPage.loader(as(who, { path: path() })))).status).toBe(403);
      expect((await save(who, TYPED)).status).toBe(403);
    }
  });
});
