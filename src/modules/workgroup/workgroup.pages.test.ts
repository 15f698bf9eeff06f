/** Les pages d’un groupe réservé à ses membres : qui lit ce qui s’y partage, et ce qui est dit d’un fichier que l’on ne prend pas. */
import { sql } from "kysely";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { PDF_BYTES } from "#platform/testing/pictures.ts";
import { answerOf, type PageAnswer, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as groupPage from "./group/group.page.tsx";
import type { WorkgroupId } from "./group/group.ts";
import { formGroup } from "./group/keep-group.command.ts";
import * as matrix from "./matrix/matrix.page.tsx";
import * as sessions from "./session/sessions.page.tsx";
import * as template from "./template/template.page.tsx";
import * as filePage from "./work/shared-file.page.ts";
import * as work from "./work/work.page.tsx";
import { deliverablesOf } from "./work/work.store.ts";

type Half = (args: never) => unknown;
type Answered = { problem: { fields: Record<string, string> }; typed: Record<string, string> };

let app: App;
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let stranger: TestPerson;
beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  network = await freshTenant({ now: "2026-10-01T09:00:00.000Z", house: "network" });
  Object.assign(app, { clock: () => network.host.clock() });
  team = await network.person({ roles: ["facilitator"] });
  [lea, stranger] = [await network.person(), await network.person()];
});

async function formed(title: string): Promise<WorkgroupId> {
  const given = { title, readers: "members", leadId: lea.personId };
  const result = await execute(network.host, team.caller, formGroup, given);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result.workgroupId;
}
function visit(half: Half, who: TestPerson, page: Partial<PageRequest> = {}): Promise<PageAnswer> {
  const params = { cooperative: network.slug, ...page.params };
  const { signedIn } = who;
  return answerOf(() => half(pageArguments(app, { path: "/x", signedIn, ...page, params }) as never));
}
function sharing(bytes: Uint8Array | null): FormData {
  const form = new FormData();
  form.set("intention", "share");
  form.set("title", "Guide");
  form.set("kind", "deliverable");
  form.set("cle", network.newId());
  if (bytes !== null) form.append("file", new File([new Uint8Array(bytes)], "guide.pdf"));
  return form;
}

it("un fichier se partage par la page, et se lit par ceux qui lisent le groupe", async () => {
  const [workgroupId, other] = [await formed("Accueillir"), await formed("Assurer")];
  const send = (who: TestPerson, bytes: Uint8Array | null) =>
    visit(work.action, who, { params: { workgroupId }, form: sharing(bytes) });
  const said = async (bytes: Uint8Array | null) => {
    const { status, body } = await send(lea, bytes);
    const { problem, typed } = body as Answered;
    return [status, problem.fields.file, typed.title];
  };
  expect(await said(null)).toEqual([422, "Choisissez un fichier, ou donnez un lien.", "Guide"]);
  expect(await said(new TextEncoder().encode("<script>"))).toEqual([
    ...[422, "Ce fichier n’est ni un PDF, ni une image. Choisissez-en un autre, ou donnez un lien.", "Guide"],
  ]);
  expect(await said(new Uint8Array(10_000_001))).toEqual([
    ...[422, "Ce fichier dépasse 10 Mo. Choisissez-en un plus léger, ou donnez un lien.", "Guide"],
  ]);
  expect((await send(stranger, PDF_BYTES)).status).toBe(404);
  expect((await send(lea, PDF_BYTES)).status).toBe(302);
  const [guide] = await network.run((tx) => deliverablesOf(tx, network.organizationId, workgroupId));
  const read = (who: TestPerson, within: string, versionId = String(guide?.versions[0]?.id)) =>
    visit(filePage.loader, who, { params: { workgroupId: within, versionId } });
  expect((await read(lea, workgroupId)).body).toContain("%PDF-1.4");
  expect((await read(team, workgroupId)).status).toBe(200);
  for (const answer of [read(stranger, workgroupId), read(lea, other), read(lea, workgroupId, "x")]) {
    expect((await answer).status).toBe(404);
  }
});

it("ses pages n’existent pas pour les autres, et disent les jours à l’heure du réseau", async () => {
  const workgroupId = await formed("Accueillir");
  await network.run((tx) =>
    sql`update membership.organization set time_zone = 'Indian/Reunion' where organization_id = ${network.organizationId}`.execute(
      tx,
    ),
  );
  for (const half of [groupPage.loader, sessions.loader, work.loader, template.loader]) {
    const statuses = [lea, team, stranger].map(
      async (who) => (await visit(half, who, { params: { workgroupId } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
  }
  for (const half of [work.loader, template.loader, matrix.loader]) {
    const { body } = await visit(half, lea, { params: { workgroupId } });
    expect(body).toMatchObject({ timeZone: "Indian/Reunion" });
  }
});
