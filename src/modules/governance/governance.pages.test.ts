/** Les pages des associés et des assemblées, dans une coopérative et dans un réseau : qui lit quoi, qui joint un document. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { PDF_BYTES } from "#platform/testing/pictures.ts";
import { answerOf, type PageAnswer, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import * as assemblies from "./assembly/assemblies.page.tsx";
import * as assemblyPage from "./assembly/assembly.page.tsx";
import type { AssemblyId } from "./assembly/assembly.ts";
import { conveneAssembly } from "./assembly/convene.command.ts";
import * as editing from "./assembly/edit-assembly.page.tsx";
import { prepareAssembly } from "./assembly/prepare-assembly.command.ts";
import * as associatePage from "./associate/associate.page.tsx";
import * as associates from "./associate/associates.page.tsx";
import { recordLeaving } from "./associate/decide.command.ts";
import * as applying from "./associate/new-associate.page.tsx";
import * as voting from "./attendance/mine.page.tsx";
import * as room from "./attendance/room.page.tsx";
import * as session from "./attendance/session.page.tsx";
import { enclosuresOf } from "./enclosure/enclosure.store.ts";
import * as filePage from "./enclosure/enclosure-file.page.ts";
import { freshHouse, type House } from "./governance.fixture.ts";
import * as minutes from "./minutes/minutes.page.tsx";
import * as decisions from "./motion/decisions.page.tsx";
import { addMotion } from "./motion/write-motion.command.ts";
import * as articles from "./setup/articles.page.tsx";
import { saveArticles } from "./setup/save-articles.command.ts";
import { moveShares } from "./share/move-shares.command.ts";
import * as ownShares from "./share/my-shares.page.tsx";

type Half = (args: never) => unknown;
const GIVEN = { title: "Assemblée annuelle", kind: "ordinary", day: "2026-12-15", time: "18:00", place: "Brest" };

let app: App;
let house: House;
beforeAll(async () => {
  ({ app } = await testApp());
});

function visit(half: Half, who: TestPerson, page: Partial<PageRequest> = {}): Promise<PageAnswer> {
  const params = { cooperative: house.tenant.slug, ...page.params };
  const { signedIn } = who;
  return answerOf(() => half(pageArguments(app, { path: "/x", signedIn, ...page, params }) as never));
}
async function enter(kind: "cae" | "network"): Promise<void> {
  house = await freshHouse(kind);
  Object.assign(app, { clock: () => house.tenant.host.clock() });
}
async function prepared(): Promise<AssemblyId> {
  const { assemblyId } = await house.run(house.chief, prepareAssembly, GIVEN);
  const motion = { assemblyId, title: "Budget", body: "Adopter.", rule: "ordinary", ballot: "open" };
  await house.run(house.chief, addMotion, motion);
  return assemblyId;
}
function enclosing(bytes: Uint8Array | null, title = "Rapport"): FormData {
  const form = new FormData();
  form.set("intention", "enclose");
  form.set("title", title);
  form.set("cle", house.tenant.newId());
  if (bytes !== null) form.append("file", new File([new Uint8Array(bytes)], "rapport.pdf"));
  return form;
}
type Answered = { problem: { fields: Record<string, string> } | null; typed: Record<string, string> };

describe.each(["cae", "network"] as const)("Dans une maison (%s)", (kind) => {
  beforeEach(() => enter(kind));

  it("chacun lit ce qui le concerne : la direction tout, un associé son assemblée convoquée, les autres rien d’elle", async () => {
    const { person: member, associateId } = await house.member();
    const outsider = await house.tenant.person({ roles: kind === "network" ? ["facilitator"] : ["accompagnateur"] });
    const assemblyId = await prepared();
    const params = { assemblyId, associateId };
    const statuses = (half: Half) =>
      Promise.all([house.chief, member, outsider].map(async (who) => (await visit(half, who, { params })).status));
    expect(await statuses(assemblyPage.loader)).toEqual([200, 404, 404]);
    expect(await statuses(editing.loader)).toEqual([200, 403, 403]);
    await house.run(house.chief, conveneAssembly, { assemblyId });
    expect(await statuses(assemblyPage.loader)).toEqual([200, 200, 404]);
    expect(await statuses(editing.loader)).toEqual([409, 403, 403]);
    expect(await statuses(minutes.loader)).toEqual([409, 409, 404]);
    for (const half of [session.loader, room.loader]) expect(await statuses(half)).toEqual([302, 403, 403]);
    expect(await statuses(voting.loader)).toEqual([302, 302, 302]);
    for (const half of [associates.loader, applying.loader, articles.loader, associatePage.loader]) {
      expect(await statuses(half)).toEqual([200, 403, 403]);
    }
    for (const half of [assemblies.loader, decisions.loader, ownShares.loader]) {
      expect(await statuses(half)).toEqual([200, 200, 200]);
    }
    const listed = async (who: TestPerson) => JSON.stringify((await visit(assemblies.loader, who)).body);
    expect([(await listed(member)).includes(GIVEN.title), (await listed(outsider)).includes(GIVEN.title)]).toEqual([
      true,
      false,
    ]);
  });

  it("qui est sorti reste dans la liste tant que ses parts sont à rembourser", async () => {
    const today = "2026-11-27";
    const [{ associateId: stays }, { associateId }] = [await house.member(), await house.member()];
    for (const [id, shares, amount] of [
      [stays, "20", "400"],
      [associateId, "5", "100"],
    ] as const) {
      const one = { associateId: id, effectOn: today };
      await house.run(house.chief, moveShares, { ...one, kind: "subscribe", shares });
      await house.run(house.chief, moveShares, { ...one, kind: "pay", amount });
    }
    await house.run(house.chief, recordLeaving, { associateId, kind: "leave", effectOn: today, reason: "Retraite" });
    const listed = async () => {
      const { body } = await visit(associates.loader, house.chief);
      const { rows, capital } = body as { rows: { id: string; position: { toRefund: bigint } }[]; capital: unknown };
      return { rows: rows.map(({ id, position }) => [id === associateId, position.toRefund]), capital };
    };
    expect((await listed()).rows).toEqual([[false, 0n]]);
    await house.run(house.chief, moveShares, { associateId, kind: "redeem", shares: "5", effectOn: today });
    expect(await listed()).toMatchObject({
      ...{
        rows: [
          [false, 0n],
          [true, 10000n],
        ],
        capital: { toRefund: 10000n },
      },
    });
  });

  it("les limites de la loi se lisent au registre, avant une assemblée et un mouvement, qui en dépasse une le sachant", async () => {
    const today = "2026-11-27";
    const said = { quorum: "1/5", base: "cast" };
    await house.run(house.chief, saveArticles, {
      ...{ version: "0", form: "scop", company: "sarl", shareValue: "20", minimumCapital: "0", refundYears: "5" },
      ...{ admittedBy: "assembly", convocationDays: "15", proxiesMost: "2", quorumScope: "whole" },
      majority: { ordinary: "1/2", extraordinary: "2/3" },
      rule: { ordinary1: said, ordinary2: said, extraordinary1: said, extraordinary2: said },
      college: { 1: { name: "Salariés", kind: "employee" } },
    });
    const [{ associateId }, other] = [await house.member(), await house.member()];
    const assemblyId = await prepared();
    const move = (values: Record<string, string>) => {
      const form = new FormData();
      const typed = {
        intention: "move",
        kind: "subscribe",
        effectOn: "27/11/2026",
        cle: house.tenant.newId(),
        ...values,
      };
      for (const [name, value] of Object.entries(typed)) form.set(name, value);
      return visit(associatePage.action, house.chief, { params: { associateId }, form });
    };
    const equal = { kind: "subscribe", shares: "10", effectOn: today };
    await house.run(house.chief, moveShares, { ...equal, associateId });
    await house.run(house.chief, moveShares, { ...equal, associateId: other.associateId });
    type Shown = { state: string; key: string }[];
    const shown = async (half: Half) => (await visit(half, house.chief, { params: { assemblyId, associateId } })).body;
    const states = (limits: Shown) => limits.map(({ state }) => state).join(" ");
    const { limits } = (await shown(associates.loader)) as { limits: { limits: Shown } };
    expect(states(limits.limits)).toBe("held held held held");
    const asked = await move({ shares: "1" });
    expect([asked.status, (asked.body as Answered).problem?.fields.knowing]).toEqual([
      409,
      expect.stringMatching(/détiendrait 52,38\s%\sdu capital, plus de la moitié \(loi 78-763, art. 24\)/),
    ]);
    expect((await move({ shares: "1", knowing: "oui" })).status).toBe(302);
    for (const half of [assemblyPage.loader, associatePage.loader]) {
      expect(states(((await shown(half)) as { limits: Shown }).limits)).toBe("held held broken held");
    }
  });

  it("un document se joint par la page : ce qui manque est dit à côté du champ, et les convoqués seuls le lisent", async () => {
    const { person: member } = await house.member();
    const outsider = await house.tenant.person();
    const assemblyId = await prepared();
    const send = (who: TestPerson, form: FormData) => visit(assemblyPage.action, who, { params: { assemblyId }, form });
    const none = await send(house.chief, enclosing(null));
    expect([none.status, (none.body as Answered).problem?.fields.file]).toEqual([
      422,
      "Choisissez le fichier à joindre.",
    ]);
    expect((none.body as Answered).typed.title).toBe("Rapport");
    const script = await send(house.chief, enclosing(new TextEncoder().encode("<script>")));
    expect((script.body as Answered).problem?.fields.file).toBe("Joignez un PDF, un PNG ou un JPEG.");
    expect((await send(member, enclosing(PDF_BYTES))).status).toBe(403);
    expect((await send(house.chief, enclosing(PDF_BYTES))).status).toBe(302);
    const [paper] = await house.tenant.run((tx) => enclosuresOf(tx, house.tenant.organizationId, assemblyId));
    const read = (who: TestPerson, enclosureId = String(paper?.id)) =>
      visit(filePage.loader, who, { params: { enclosureId } });
    expect((await read(member)).status).toBe(404);
    await house.run(house.chief, conveneAssembly, { assemblyId });
    expect((await read(member)).body).toContain("%PDF-1.4");
    expect([(await read(outsider)).status, (await read(house.chief, "x")).status]).toEqual([404, 404]);
    const shown = (await visit(assemblyPage.loader, member, { params: { assemblyId } })).body as {
      enclosures: { title: string; late: boolean }[];
    };
    expect(shown.enclosures).toMatchObject([{ title: "Rapport", late: false }]);
    const [former, reader] = [house, member];
    await enter(kind);
    expect((await read(reader)).status).toBe(404);
    house = former;
  });
});
