import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { archivePerson } from "#modules/membership/index.server.ts";
import { type Caller, type Command, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { answerAgreement, revokeAgreement } from "./agreement/answer-agreement.command.ts";
import { AGREEMENT_CHANGED, carryAgreement } from "./agreement/carry-agreement.job.ts";
import { delegateJournal } from "./agreement/journal.store.ts";
import { proposeAgreement } from "./agreement/propose-agreement.command.ts";
import { closeLeaver } from "./delegate/close-leaver.job.ts";
import { delegatesOf, findClient, loadDelegate, namedFor } from "./delegate/delegate.store.ts";
import { closeDelegate, nameDelegate } from "./delegate/name-delegate.command.ts";
import { billMonth } from "./work/bill-month.command.ts";
import { commentWork, finishWork, noteWorkFault } from "./work/do-work.command.ts";
import { openMonths } from "./work/open-months.job.ts";
import { billsOf, listWork, volumesKept } from "./work/work.store.ts";

let client: TestTenant;
let provider: TestTenant;
let chief: TestPerson;
let boss: TestPerson;
let payroll: TestPerson;

beforeEach(async () => {
  client = await freshTenant();
  provider = await freshTenant();
  chief = await client.person({ roles: ["direction"] });
  boss = await provider.person({ roles: ["direction"] });
  payroll = await provider.person({ roles: ["payroll"] });
});

async function does<I, O>(
  house: TestTenant,
  who: TestPerson | Caller,
  command: Command<I, O>,
  input: unknown,
): Promise<O> {
  const result = await execute(house.host, "caller" in who ? who.caller : who, command, input);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result as O;
}

const refused = async <I, O>(house: TestTenant, who: TestPerson | Caller, command: Command<I, O>, input: unknown) => {
  const result = await execute(house.host, "caller" in who ? who.caller : who, command, input);
  return isRefusal(result) ? result.code : "done";
};

/** What waits in a house is carried to the other, as the drainer does after each commit. */
async function carry(house: TestTenant): Promise<void> {
  const events = await house.run(async (tx) => {
    const { rows } = await sql<OutboxEvent>`select id, organization_id as "organizationId", event, payload
      from platform.outbox where organization_id = ${house.organizationId} and event = ${AGREEMENT_CHANGED} order by id`.execute(
      tx,
    );
    return rows;
  });
  for (const event of events) await carryAgreement(house.host, event);
}

const item = { work: "payVariables", unitPrice: "1850", volume: "12" };
const proposal = () => ({ provider: provider.slug, items: [item], startsOn: "2026-11-01", endsOn: "2027-10-31" });
const there = (): Caller => ({ organizationId: client.organizationId, userId: payroll.caller.userId });
const enters = (now = client.host.clock()) =>
  withTenant(client.database.app, there(), (tx) => loadDelegate(tx, there(), now));

async function withCesa() {
  const { personId } = await client.person();
  await client.run((tx) =>
    sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, recorded_at)
      values (${client.organizationId}, ${client.newId()}, ${personId}, 'cesa', '2026-01-01', now())`.execute(tx),
  );
  return personId;
}

async function granted(): Promise<{ agreementId: Id<"delegation">; delegateId: Id<"delegate"> }> {
  const { agreementId } = await does(client, chief, proposeAgreement, proposal());
  await carry(client);
  await does(provider, boss, answerAgreement, { agreementId, answer: "sign" });
  const { delegateId } = await does(provider, boss, nameDelegate, { agreementId, personId: payroll.personId });
  await carry(provider);
  return { agreementId, delegateId };
}

describe("Une délégation entre deux CAE", () => {
  it("se propose, se signe, ouvre le travail du mois à la personne nommée, et rien avant", async () => {
    const personId = await withCesa();
    const { agreementId } = await does(client, chief, proposeAgreement, proposal());
    await carry(client);
    expect(await refused(provider, boss, nameDelegate, { agreementId, personId: payroll.personId })).toBe(
      "delegation.notSigned",
    );
    expect(await enters()).toBeNull();
    await does(provider, boss, answerAgreement, { agreementId, answer: "sign" });
    await does(provider, boss, nameDelegate, { agreementId, personId: payroll.personId });
    await carry(provider);
    const presence = await enters();
    expect(presence?.actor).toMatchObject({ grants: [], delegation: { agreementId } });
    expect(presence?.actor.own.size).toBe(0);
    expect([...(presence?.actor.delegation?.scope ?? [])]).toEqual(["payVariables"]);
    expect(await findClient(client.database.app, client.slug, payroll.caller.userId)).toBe(client.organizationId);
    expect(await findClient(client.database.app, client.slug, boss.caller.userId)).toBeNull();
    const works = await client.run((tx) => listWork(tx, client.organizationId, { agreementId }));
    expect(works).toMatchObject([
      { work: "payVariables", personId, month: "2026-11", dueOn: "2026-11-25", doneAt: null },
    ]);
    // Carried twice, it is done once.
    await carry(client);
    await carry(provider);
    expect(await client.run((tx) => listWork(tx, client.organizationId, { agreementId }))).toHaveLength(1);
  });

  it("chaque matin complète le mois : qui arrive en CESA a son travail", async () => {
    const { agreementId } = await granted();
    await withCesa();
    const event = { organizationId: client.organizationId, payload: { day: "2026-12-01" } } as unknown as OutboxEvent;
    await openMonths(client.host, event);
    await openMonths(client.host, event);
    const works = await client.run((tx) =>
      listWork(tx, client.organizationId, { agreementId, month: "2026-12" as never }),
    );
    expect(works).toHaveLength(1);
    // Who arrives once the usual day is past is not late from the start.
    await withCesa();
    const late = { organizationId: client.organizationId, payload: { day: "2026-12-28" } } as unknown as OutboxEvent;
    await openMonths(client.host, late);
    const due = await client.run((tx) =>
      listWork(tx, client.organizationId, { agreementId, month: "2026-12" as never }),
    );
    expect(due.map(({ dueOn }) => dueOn)).toEqual(["2026-12-25", "2026-12-31"]);
  });

  it("le délégué fait et commente le travail de sa convention ; hors de son périmètre il n’existe pas", async () => {
    await withCesa();
    const { agreementId } = await granted();
    const [work] = await client.run((tx) => listWork(tx, client.organizationId, { agreementId }));
    const workId = work?.id;
    const outside = client.newId<"work">();
    await client.run((tx) =>
      sql`insert into delegation.work (organization_id, id, agreement_id, work, month, due_on)
        values (${client.organizationId}, ${outside}, ${agreementId}, 'declarations', '2026-11', '2026-12-15')`.execute(
        tx,
      ),
    );
    expect(await refused(client, there(), finishWork, { workId: outside })).toBe("delegation.workMissing");
    expect(await refused(client, there(), commentWork, { workId: outside, words: "Bonjour" })).toBe(
      "delegation.workMissing",
    );
    // A command that says nothing of delegates knows none.
    expect(await refused(client, there(), noteWorkFault, { workId, fault: "…" })).toBe("access.notMember");
    expect(await refused(client, there(), proposeAgreement, proposal())).toBe("access.notMember");
    await does(client, there(), commentWork, { workId, words: "La prime de novembre ?" });
    client.setNow("2026-11-22T10:05:00.000Z");
    await does(client, there(), finishWork, { workId });
    expect(await refused(client, there(), finishWork, { workId })).toBe("delegation.workDone");
    const journal = await client.run((tx) => delegateJournal(tx, client.organizationId, agreementId));
    expect(journal.map(({ who, action, about }) => [who, action, about])).toEqual([
      ["Samira Roux", "delegation.work.finish", "Samira Roux"],
      ["Samira Roux", "delegation.work.comment", "Samira Roux"],
    ]);
  });

  it("révoquée, ou passée sa fin, l’accès se ferme à la requête suivante, des deux côtés", async () => {
    const { agreementId } = await granted();
    expect(await enters()).not.toBeNull();
    expect(await enters("2027-10-31T10:00:00.000Z" as never)).not.toBeNull();
    expect(await enters("2027-11-01T10:00:00.000Z" as never)).toBeNull();
    expect(await refused(client, chief, revokeAgreement, { agreementId, reason: "" })).toBe("delegation.noReason");
    await does(client, chief, revokeAgreement, { agreementId, reason: "Nous reprenons la paie." });
    // No effect has run yet.
    expect(await enters()).toBeNull();
    expect(await findClient(client.database.app, client.slug, payroll.caller.userId)).toBeNull();
    await carry(client);
    expect(await refused(provider, boss, nameDelegate, { agreementId, personId: boss.personId })).toBe(
      "delegation.notSigned",
    );
    // What the provider had said before does not open again.
    await carry(provider);
    expect(await enters()).toBeNull();
  });

  it("le client ferme une personne ; le prestataire la retire", async () => {
    const { agreementId, delegateId } = await granted();
    await does(client, chief, closeDelegate, { agreementId, delegateId });
    expect(await enters()).toBeNull();
    await carry(provider);
    expect(await enters()).toBeNull();
    const named = () => provider.run((tx) => namedFor(tx, provider.organizationId, agreementId));
    expect(await named()).toHaveLength(1);
    expect(await refused(client, chief, closeDelegate, { agreementId, delegateId })).toBe("delegation.delegateMissing");
    await does(provider, boss, closeDelegate, { agreementId, delegateId });
    await does(provider, boss, nameDelegate, { agreementId, personId: payroll.personId });
    await carry(provider);
    expect(await enters()).not.toBeNull();
    const people = await client.run((tx) => delegatesOf(tx, client.organizationId, agreementId));
    expect(people.map(({ closedAt }) => closedAt === null)).toEqual([true, false]);
    // Shut out by the client, they are told to the provider as no longer named.
    expect(await named()).toHaveLength(1);
    await does(client, chief, closeDelegate, { agreementId, delegateId: people[0]?.id });
    await carry(client);
    expect(await named()).toEqual([]);
  });

  it("le mois fait se facture au prix convenu, une fois : 2 × 18,50 = 37,00 HT, 44,40 TTC", async () => {
    await withCesa();
    await withCesa();
    await withCesa();
    const { agreementId } = await granted();
    const works = await client.run((tx) => listWork(tx, client.organizationId, { agreementId }));
    const activityId = await provider.activity("Services mutualisés");
    const bill = { agreementId, activityId, month: "2026-11" };
    await carry(client);
    expect(await refused(provider, boss, billMonth, bill)).toBe("delegation.nothingDone");
    await does(client, there(), finishWork, { workId: works[0]?.id });
    client.setNow("2026-11-26T10:00:00.000Z");
    await does(client, there(), finishWork, { workId: works[1]?.id });
    await does(client, chief, noteWorkFault, { workId: works[1]?.id, fault: "Les heures de mardi manquent." });
    await carry(client);
    const volumes = await provider.run((tx) => volumesKept(tx, provider.organizationId, agreementId));
    expect(volumes).toEqual([{ month: "2026-11", work: "payVariables", asked: 3, done: 2, late: 2, faults: 1 }]);
    const { invoiceId } = await does(provider, boss, billMonth, bill);
    const { rows } = await provider.run((tx) =>
      sql<{ net: string; gross: string; siren: string }>`select i.net::text, i.gross::text, c.siren from sales.invoice i
        join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id
        where i.id = ${invoiceId}`.execute(tx),
    );
    expect(rows).toEqual([{ net: "3700", gross: "4440", siren: "732829320" }]);
    expect(await refused(provider, boss, billMonth, bill)).toBe("delegation.billed");
    const again = (invoice: string) =>
      provider.run((tx) =>
        sql`update delegation.bill set invoice_id = ${invoice} where agreement_id = ${agreementId}`.execute(tx),
      );
    await expect(again(provider.newId())).rejects.toThrow("invoiced once");
    // A draft that is thrown away bills nothing: the month is there to invoice again.
    await provider.run((tx) => sql`delete from sales.invoice where id = ${invoiceId}`.execute(tx));
    expect(await provider.run((tx) => billsOf(tx, provider.organizationId, agreementId))).toEqual([]);
    const second = await does(provider, boss, billMonth, bill);
    expect(await provider.run((tx) => billsOf(tx, provider.organizationId, agreementId))).toEqual([
      { month: "2026-11", invoiceId: second.invoiceId },
    ]);
  });

  it("se renouvelle avant sa fin : deux conventions sans jour commun, et l’on entre sous celle du jour", async () => {
    const { agreementId } = await granted();
    const next = { ...proposal(), startsOn: "2027-11-01", endsOn: "2028-10-31" };
    expect(await refused(client, chief, proposeAgreement, { ...next, startsOn: "2027-10-31" })).toBe(
      "delegation.already",
    );
    const renewed = await does(client, chief, proposeAgreement, next);
    await carry(client);
    await does(provider, boss, answerAgreement, { agreementId: renewed.agreementId, answer: "sign" });
    await does(provider, boss, nameDelegate, { agreementId: renewed.agreementId, personId: payroll.personId });
    await carry(provider);
    const under = async (day: string) =>
      (await enters(`${day}T10:00:00.000Z` as never))?.actor.delegation?.agreementId ?? null;
    expect([await under("2027-10-31"), await under("2027-11-01"), await under("2028-11-01")]).toEqual([
      agreementId,
      renewed.agreementId,
      null,
    ]);
    const overlapping = client.run((tx) =>
      sql`insert into delegation.agreement (organization_id, id, side, other_organization_id, other_name, other_siren,
          other_slug, items, starts_on, ends_on, clause, proposed_at, proposed_by)
        select organization_id, ${client.newId()}, side, other_organization_id, other_name, other_siren, other_slug, items,
               ends_on, ends_on, clause, proposed_at, proposed_by
          from delegation.agreement where id = ${agreementId}`.execute(tx),
    );
    await expect(overlapping).rejects.toThrow("share a day");
  });

  it("qui quitte le prestataire n’entre plus chez son client", async () => {
    const { agreementId } = await granted();
    const gone = await provider.person({ roles: ["administrator"] });
    await does(provider, gone, archivePerson, { personId: payroll.personId });
    const [event] = await provider.run(async (tx) => {
      const { rows } = await sql<OutboxEvent>`select id, organization_id as "organizationId", event, payload
        from platform.outbox where event = 'membership.person.archived.v1'`.execute(tx);
      return rows;
    });
    expect(await enters()).not.toBeNull();
    await closeLeaver(provider.host, event as OutboxEvent);
    await closeLeaver(provider.host, event as OutboxEvent);
    await carry(provider);
    expect(await enters()).toBeNull();
    const people = await client.run((tx) => delegatesOf(tx, client.organizationId, agreementId));
    expect(people.map(({ closedAt }) => closedAt === null)).toEqual([false]);
  });

  it("la base elle-même ne montre au délégué que le travail de son périmètre", async () => {
    await withCesa();
    const { agreementId } = await granted();
    const outside = { id: client.newId<"work">(), comment: client.newId<"comment">() };
    await client.run(async (tx) => {
      await sql`insert into delegation.work (organization_id, id, agreement_id, work, month, due_on)
        values (${client.organizationId}, ${outside.id}, ${agreementId}, 'declarations', '2026-11', '2026-12-15')`.execute(
        tx,
      );
      await sql`insert into delegation.comment (organization_id, id, work_id, side, author, words, at)
        values (${client.organizationId}, ${outside.comment}, ${outside.id}, 'client', 'A', 'Bonjour', now())`.execute(
        tx,
      );
    });
    const seen = (caller: Caller) =>
      withTenant(client.database.app, caller, async (tx) => {
        const { rows } = await sql<{ work: string }>`select work from delegation.work order by work`.execute(tx);
        const comments = await sql`select id from delegation.comment`.execute(tx);
        return [...rows.map(({ work }) => work), comments.rows.length];
      });
    expect(await seen(there())).toEqual(["payVariables", 0]);
    expect(await seen(chief.caller)).toEqual(["declarations", "payVariables", 1]);
    await does(client, chief, revokeAgreement, { agreementId, reason: "Fin" });
    expect(await seen(there())).toEqual([0]);
  });
});

describe("Ce qui se refuse", () => {
  it("une CAE inconnue, soi-même, deux fois la même, des dates à l’envers, un prix qui n’en est pas un", async () => {
    const given = proposal();
    expect(await refused(client, chief, proposeAgreement, { ...given, provider: "personne" })).toBe(
      "delegation.noHouse",
    );
    expect(await refused(client, chief, proposeAgreement, { ...given, provider: client.slug })).toBe("delegation.self");
    expect(await refused(client, chief, proposeAgreement, { ...given, items: [] })).toBe("delegation.nothing");
    expect(await refused(client, chief, proposeAgreement, { ...given, items: [item, item] })).toBe("delegation.twice");
    expect(await refused(client, chief, proposeAgreement, { ...given, endsOn: "2026-10-01" })).toBe(
      "delegation.endsBefore",
    );
    const odd = { ...given, items: [{ ...item, unitPrice: "dix" }] };
    expect(await refused(client, chief, proposeAgreement, odd)).toBe("input.invalid");
    expect(await refused(client, await client.person({ roles: ["payroll"] }), proposeAgreement, given)).toBe(
      "delegation.notAllowed",
    );
    expect(await refused(client, chief, proposeAgreement, given)).toBe("done");
    expect(await refused(client, chief, proposeAgreement, given)).toBe("delegation.already");
  });

  it("déclinée, la convention n’ouvre rien ; une autre peut se proposer", async () => {
    const { agreementId } = await does(client, chief, proposeAgreement, proposal());
    await carry(client);
    expect(await refused(client, chief, answerAgreement, { agreementId, answer: "sign" })).toBe("delegation.missing");
    await does(provider, boss, answerAgreement, { agreementId, answer: "decline" });
    expect(await refused(provider, boss, answerAgreement, { agreementId, answer: "sign" })).toBe("delegation.answered");
    await carry(provider);
    expect(await refused(client, chief, proposeAgreement, proposal())).toBe("done");
  });

  it("un colis d’une maison qui n’est pas l’autre partie est refusé", async () => {
    const { agreementId } = await granted();
    const stranger = await freshTenant();
    await stranger.run((tx) =>
      sql`insert into delegation.agreement (organization_id, id, side, other_organization_id, other_name, other_siren, other_slug,
          items, starts_on, ends_on, clause, proposed_at, proposed_by, revoked_at, revoked_by)
        values (${stranger.organizationId}, ${agreementId}, 'provider', ${client.organizationId}, 'X', '732829320', 'x',
          '[{"work":"payVariables","unitPrice":"1","volume":0}]', '2026-01-01', '2027-01-01', 1, now(), 'X', now(), 'X')`.execute(
        tx,
      ),
    );
    const event = {
      id: stranger.newId(),
      organizationId: stranger.organizationId,
      event: AGREEMENT_CHANGED,
      payload: { agreementId },
    };
    await expect(carryAgreement(stranger.host, event as unknown as OutboxEvent)).rejects.toThrow("not its other side");
    expect(await enters()).not.toBeNull();
  });
});
