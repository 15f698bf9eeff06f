import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import type { App } from "#platform/app.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import * as simulation from "./comparison/simulation.page.tsx";
import * as adopt from "./rule/adopt-rule.page.tsx";
import { listVersions } from "./rule/rule.store.ts";
import { ruleValues } from "./rule/rule-form.ts";
import { RULE_TEMPLATES } from "./rule/rule-template.ts";
import * as contribution from "./run/contribution.page.tsx";
import { postRun } from "./run/post-run.command.ts";
import * as postRunPage from "./run/post-run.page.tsx";
import { type ContributionTenant, contributionTenant } from "./testing.ts";
import * as waiver from "./waiver/grant-waiver.page.tsx";

let app: App;
let coop: ContributionTenant;
let slug: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  coop = await contributionTenant();
  app = { ...app, clock: coop.tenant.host.clock };
  slug = coop.tenant.slug;
});

function as(who: TestPerson, page: PageRequest) {
  const { signedIn } = who;
  return pageArguments(app, { signedIn, ...page, params: { cooperative: slug } }) as never;
}

const status = async (run: () => unknown) => (await answerOf(run)).status;
const body = async <T>(run: () => unknown) => (await answerOf(run)).body as T;

describe("qui voit quelle page", () => {
  test("adopter, simuler, dispenser, appeler : la comptabilité et la direction, personne d'autre", async () => {
    const follower = await coop.tenant.person({ roles: ["accompagnateur"] });
    for (const page of [adopt, simulation, waiver, postRunPage]) {
      const at = (who: TestPerson) => status(() => page.loader(as(who, { path: "/x" })));
      expect([await at(coop.accountant), await at(coop.entrepreneur), await at(follower)]).toEqual([200, 403, 403]);
    }
  });

  test("un entrepreneur voit sa contribution, pas celle des autres", async () => {
    await coop.rule(RULE_TEMPLATES.turnoverFlat, "2026-10");
    await coop.invoice(coop.plumber, "2000.00", "2026-10-10");
    const shown = await body<{ kind: string; activity: { own: boolean; waiting: { computed: { total: bigint } }[] } }>(
      () => contribution.loader(as(coop.entrepreneur, { path: "/x" })),
    );
    expect(shown).toMatchObject({ kind: "activity", activity: { own: true } });
    expect(shown.activity.waiting.map((month) => month.computed.total)).toEqual([23_000n, 0n]);
    const other = { path: `/x?activite=${coop.baker}` };
    expect(await status(() => contribution.loader(as(coop.entrepreneur, other)))).toBe(404);
    expect(await status(() => contribution.loader(as(coop.accountant, other)))).toBe(200);
    expect(await body(() => contribution.loader(as(coop.accountant, { path: "/x" })))).toMatchObject({
      kind: "cooperative",
      cooperative: { next: "2026-10", nextIsOver: true, runs: [] },
    });
  });
});

describe("adopter une règle depuis la page", () => {
  const form = (more: Record<string, string> = {}) => ({
    ...ruleValues(RULE_TEMPLATES.marginWholeBands, "fr"),
    effectiveFrom: "2026-12",
    resolution: "AG du 21 novembre 2026, résolution 3",
    decidedOn: "hier",
    activityId: "",
    cle: "une-clef-de-la-page",
    ...more,
  });
  const send = (more?: Record<string, string>) =>
    answerOf(() => adopt.action(as(coop.accountant, { path: "/x", form: form(more) })));

  test("le formulaire du modèle devient la règle du modèle", async () => {
    expect(await send()).toMatchObject({ status: 302, location: `/${slug}/contribution` });
    const [version] = await coop.tenant.run((tx) => listVersions(tx, coop.tenant.organizationId));
    expect(version).toMatchObject({
      effectiveFrom: "2026-12",
      resolution: { decidedOn: "2026-11-21" },
      rule: RULE_TEMPLATES.marginWholeBands,
    });
  });

  test("ce qui ne se lit pas est dit à son champ, et ce qui est tapé reste", async () => {
    const answer = await send({ "scale.bands.1.below": "deux mille", decidedOn: "un jour" });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        problem: { fields: { "scale.bands.1.below": expect.any(String), decidedOn: expect.any(String) } },
        typed: { "scale.bands.1.below": "deux mille" },
      },
    });
  });

  test("ce qui ne tient pas aussi : un minimum plus haut que le maximum", async () => {
    expect(await send({ "cap.amount": "10", "cap.cases.0.amount": "10" })).toMatchObject({
      status: 422,
      body: { problem: { code: "rule.floorAboveCap", fields: { "floor.amount": "Le minimum dépasse le maximum." } } },
    });
  });
});

describe("simuler, puis appeler", () => {
  test("l'adresse porte tout le barème", async () => {
    await coop.rule(RULE_TEMPLATES.turnoverFlat, "2026-10");
    await coop.invoice(coop.plumber, "2000.00", "2026-10-10");
    const query = new URLSearchParams({ ...ruleValues(RULE_TEMPLATES.turnoverFlat, "fr"), "scale.rate": "20" });
    const shown = await body<{ result: { comparison: { current: bigint; proposed: bigint } } }>(() =>
      simulation.loader(as(coop.accountant, { path: `/x?${query}` })),
    );
    expect([shown.result.comparison.current, shown.result.comparison.proposed]).toEqual([23_000n, 40_000n]);
    query.set("scale.rate", "beaucoup");
    expect(await body(() => simulation.loader(as(coop.accountant, { path: `/x?${query}` })))).toMatchObject({
      result: null,
      problem: { fields: { "scale.rate": expect.any(String) } },
    });
  });

  test("l'aperçu, le clic, le deuxième clic, puis la correction", async () => {
    await coop.rule(RULE_TEMPLATES.turnoverFlat, "2026-10");
    await coop.invoice(coop.plumber, "2000.00", "2026-10-10");
    const preview = () =>
      body<{ plan: { amount: bigint; sequence: number }; refused: string | null }>(() =>
        postRunPage.loader(as(coop.accountant, { path: "/x?mois=2026-10" })),
      );
    expect(await preview()).toMatchObject({ refused: null, plan: { amount: 23_000n, sequence: 1 } });
    const form = { month: "2026-10", expected: "23000", cle: "clef-de-l-appel" };
    const send = () => status(() => postRunPage.action(as(coop.accountant, { path: "/x", form })));
    expect([await send(), await send()]).toEqual([302, 302]);
    expect(await coop.balance("6586", coop.plumber)).toBe("230.00");
    await coop.invoice(coop.plumber, "100.00", "2026-10-31");
    expect(await preview()).toMatchObject({ plan: { amount: 1150n, sequence: 2 } });
    const stale = { ...form, cle: "une-autre-clef" };
    expect(await status(() => postRunPage.action(as(coop.accountant, { path: "/x", form: stale })))).toBe(409);
    const refused = await body<{ refused: string }>(() =>
      postRunPage.loader(as(coop.accountant, { path: "/x?mois=2027-02" })),
    );
    expect(refused.refused).toBe("On ne peut pas encore appeler la contribution de février 2027.");
  });

  test("une dispense accordée puis retirée depuis la page", async () => {
    await coop.rule(RULE_TEMPLATES.marginWithFixedPart, "2026-11");
    const send = (form: Record<string, string>) =>
      answerOf(() => waiver.action(as(coop.accountant, { path: "/x", form })));
    const granted = await send({
      intention: "accorder",
      cle: "clef-de-dispense",
      activityId: coop.baker,
      target: "part-fixe",
      from: "2026-11",
      until: "2027-01",
      reason: "Arrêt de travail",
      decidedBy: "Direction",
      decidedOn: "20/11",
    });
    expect(granted.status).toBe(302);
    const { waivers } = await body<{ waivers: { id: string; withdrawnAt: string | null }[] }>(() =>
      waiver.loader(as(coop.accountant, { path: "/x" })),
    );
    const withdrawn = { intention: "retirer", cle: "clef-de-retrait", waiverId: waivers[0]?.id ?? "", reason: "" };
    expect((await send(withdrawn)).status).toBe(422);
    expect((await send({ ...withdrawn, reason: "Saisie en double" })).status).toBe(302);
    const posted = await coop.run(coop.accountant, postRun, { month: "2026-11" });
    expect(isRefusal(posted) ? posted.code : (posted as { amount: bigint }).amount).toBe(6000n);
  });
});
