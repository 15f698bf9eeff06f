import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { balancesByActivity } from "#modules/ledger/index.server.ts";
import { acceptQuote, creditInvoice, invoiceQuote, issueInvoice, validateQuote } from "#modules/sales/index.server.ts";
import { type SalesTenant, salesTenant } from "#modules/sales/testing.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { findBid } from "./bid/bid.store.ts";
import { moveBid } from "./bid/move-bid.command.ts";
import { changeBid, openBid } from "./bid/write-bid.command.ts";
import { addNote } from "./note/add-note.command.ts";
import { answerPart, invitePart, leavePart, sharePart } from "./part/share-part.command.ts";
import { makeQuote } from "./quote/make-quote.command.ts";
import { postSplit } from "./split/post-split.command.ts";
import { sharesOf } from "./split/split.ts";
import { readCode, statementOf, writeCode } from "./statement/statement.store.ts";
import { takeStatement } from "./statement/take-statement.command.ts";

let sales: SalesTenant;
let house: TestTenant;
let lead: TestPerson;
let partner: TestPerson;
let partnerActivity: ActivityId;

beforeEach(async () => {
  sales = await salesTenant();
  house = sales.tenant;
  lead = sales.entrepreneur;
  partnerActivity = await house.activity("Menuiserie Ker");
  partner = await house.person({ activities: [partnerActivity] });
});

async function does<I, O>(who: TestPerson, command: Command<I, O>, input: unknown, where = house): Promise<O> {
  const result = await execute(where.host, who.caller, command, input);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result as O;
}
const refused = async <I, O>(who: TestPerson, command: Command<I, O>, input: unknown, where = house) => {
  const result = await execute(where.host, who.caller, command, input);
  return isRefusal(result) ? result.code : "done";
};

const words = {
  title: "Rénover l’école",
  buyer: "Commune de Trébeurden",
  buyerSiren: "356 000 000",
  deadline: "2026-12-15",
  reference: "MAPA 26-04",
};
const emailOf = ({ personId }: TestPerson) => `${personId}@etabli.example`;
const open = (more: Record<string, unknown> = {}) =>
  does(lead, openBid, {
    ...{ ...words, billing: "lead", activityId: sales.activityId, task: "Plomberie", amount: "600000", ...more },
  });
const partOf = async (bidId: Id<"bid">, who: TestPerson, where = house) => {
  const bid = await where.run((tx) => findBid(tx, where.organizationId, bidId));
  const part = bid?.parts.find(({ personId }) => personId === who.personId);
  if (bid === null || part === undefined) throw new Error("no part");
  return { bid, part, partId: part.id };
};

/** Both agreed: 6 000,00 of plumbing for the lead, 3 000,00 of joinery for the partner. */
async function agreed(more: Record<string, unknown> = {}) {
  const { bidId } = await open(more);
  await does(lead, invitePart, { bidId, email: emailOf(partner), task: "Menuiserie", amount: "300000" });
  const { partId } = await partOf(bidId, partner);
  await does(partner, answerPart, { partId, answer: "agree", activityId: partnerActivity });
  return { bidId, partId };
}

async function won(more: Record<string, unknown> = {}) {
  const made = await agreed(more);
  await does(lead, moveBid, { bidId: made.bidId, move: "submit" });
  await does(lead, moveBid, { bidId: made.bidId, move: "win", reason: "Retenue." });
  return made;
}

describe("Une réponse commune", () => {
  it("se prépare à deux : proposée, acceptée pour une activité, déposée ; la répartition se fige", async () => {
    const { bidId } = await open();
    expect(await refused(partner, addNote, { bidId, words: "Bonjour" })).toBe("bid.missing");
    expect(await refused(lead, moveBid, { bidId, move: "submit" })).toBe("bid.alone");
    await does(lead, invitePart, { bidId, email: emailOf(partner).toUpperCase(), task: "Menuiserie", amount: "0" });
    const { partId } = await partOf(bidId, partner);
    await does(partner, addNote, { bidId, words: "Voici mes plans." });
    expect(await refused(lead, moveBid, { bidId, move: "submit" })).toBe("bid.waiting");
    expect(await refused(lead, answerPart, { partId, answer: "agree", activityId: sales.activityId })).toBe(
      "bid.notYours",
    );
    expect(await refused(partner, answerPart, { partId, answer: "agree", activityId: sales.activityId })).toBe(
      "bid.noActivity",
    );
    await does(partner, answerPart, { partId, answer: "agree", activityId: partnerActivity });
    expect(await refused(lead, moveBid, { bidId, move: "submit" })).toBe("bid.free");
    // What is asked of somebody changes: they agree again.
    await does(lead, sharePart, { partId, task: "Menuiserie", amount: "300000" });
    expect(await refused(lead, moveBid, { bidId, move: "submit" })).toBe("bid.waiting");
    expect(await refused(partner, moveBid, { bidId, move: "submit" })).toBe("bid.notLead");
    await does(partner, answerPart, { partId, answer: "agree", activityId: partnerActivity });
    await does(lead, moveBid, { bidId, move: "submit" });
    const { bid } = await partOf(bidId, partner);
    expect([bid.status, bid.parts.map(({ amount }) => amount)]).toEqual(["submitted", [600_000n, 300_000n]]);
    for (const [who, command, input] of [
      [lead, sharePart, { partId, task: "Moins", amount: "1" }],
      [lead, leavePart, { partId }],
      [partner, answerPart, { partId, answer: "decline" }],
      [lead, invitePart, { bidId, email: emailOf(sales.accountant), task: "Comptes", amount: "1" }],
      [lead, changeBid, { ...words, bidId, version: bid.version, billing: "each", title: "Autre" }],
    ] as const) {
      expect(await refused(who, command as Command<unknown, unknown>, input)).toBe("bid.frozen");
    }
    // The database says so too.
    const cheat = (text: ReturnType<typeof sql>) => house.run((tx) => text.execute(tx));
    await expect(cheat(sql`update bid.part set amount = 1 where bid_id = ${bidId}`)).rejects.toThrow("frozen");
    await expect(cheat(sql`update bid.bid set billing = 'each' where id = ${bidId}`)).rejects.toThrow("kept");
    await expect(cheat(sql`update bid.bid set status = 'drafted' where id = ${bidId}`)).rejects.toThrow("kept");
  });

  it("qui décline n’en est plus et peut être redemandé ; le pilote reste ; l’abandon ferme", async () => {
    const { bidId } = await open();
    const offer = { bidId, email: emailOf(partner), task: "Menuiserie", amount: "300000" };
    await does(lead, invitePart, offer);
    expect(await refused(lead, invitePart, offer)).toBe("bid.already");
    expect(await refused(lead, invitePart, { ...offer, email: "personne@etabli.example" })).toBe("bid.nobody");
    const { partId } = await partOf(bidId, partner);
    await does(partner, answerPart, { partId, answer: "decline" });
    expect(await refused(partner, addNote, { bidId, words: "Encore là ?" })).toBe("bid.missing");
    expect(await refused(lead, sharePart, { partId, task: "Autre", amount: "5" })).toBe("bid.declined");
    await does(lead, invitePart, { ...offer, amount: "350000" });
    expect((await partOf(bidId, partner)).part).toMatchObject({ amount: 350_000n, declinedAt: null, agreedAt: null });
    await does(lead, leavePart, { partId });
    const mine = await partOf(bidId, lead);
    expect(await refused(lead, leavePart, { partId: mine.partId })).toBe("bid.leadStays");
    expect(await refused(lead, sharePart, { partId: mine.partId, task: "Plomberie", amount: "600000" })).toBe(
      "bid.same",
    );
    const version = mine.bid.version;
    await does(lead, changeBid, { ...words, bidId, version, billing: "lead", title: "Rénover deux écoles" });
    expect(await refused(lead, changeBid, { ...words, bidId, version, billing: "lead" })).toBe("bid.meanwhile");
    await does(lead, moveBid, { bidId, move: "drop" });
    expect(await refused(lead, moveBid, { bidId, move: "submit" })).toBe("bid.wrongState");
  });

  it("se commence pour une activité à soi, avant sa date ; une autre coopérative n’en sait rien", async () => {
    const input = { ...words, billing: "lead", activityId: partnerActivity, task: "Plomberie", amount: "1" };
    expect(await refused(lead, openBid, input)).toBe("bid.noActivity");
    const past = { ...input, activityId: sales.activityId, deadline: "2026-11-21" };
    expect(await refused(lead, openBid, past)).toBe("bid.past");
    // An activity of another house is none, even for whoever reaches everything in this one.
    const foreign = await (await freshTenant()).activity();
    const chief = await house.person({ roles: ["direction"] });
    expect(await refused(chief, openBid, { ...input, activityId: foreign })).toBe("bid.noActivity");
    const payroll = await house.person({ roles: ["payroll"] });
    expect(await refused(payroll, openBid, input)).toBe("bid.notAllowed");
    const { bidId } = await open();
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person({ roles: ["direction"] });
    expect(await refused(stranger, addNote, { bidId, words: "Bonjour" }, elsewhere)).toBe("bid.missing");
  });
});

describe("Une réponse gagnée", () => {
  const address = () =>
    house.run((tx) =>
      sql`update sales.customer set street = '1 place de la Mairie', postal_code = '22560', city = 'Trébeurden'
        where name = ${words.buyer}`.execute(tx),
    );

  async function invoiced(bidId: Id<"bid">) {
    const { partId } = await partOf(bidId, lead);
    const { quoteId } = await does(lead, makeQuote, { partId });
    await address();
    await does(sales.accountant, validateQuote, { quoteId });
    await does(lead, acceptQuote, { quoteId, on: "2026-11-22" });
    const draft = await does(lead, invoiceQuote, { quoteId, part: "balance" });
    return { partId, quoteId, ...(await does(sales.accountant, issueInvoice, draft)) };
  }

  it("donne un devis au pilote, puis à chacun sa part dans les comptes : 9 000 HT, dont 3 000 au partenaire", async () => {
    const { bidId } = await won();
    const { partId, quoteId, invoiceId } = await invoiced(bidId);
    expect(await refused(lead, makeQuote, { partId })).toBe("bid.quoted");
    expect(quoteId).toBeTruthy();
    expect(await refused(lead, postSplit, { bidId, invoiceId })).toBe("bid.notBooks");
    await does(sales.accountant, postSplit, { bidId, invoiceId });
    expect(await refused(sales.accountant, postSplit, { bidId, invoiceId })).toBe("bid.splitAlready");
    const of = async (activityId: ActivityId) => {
      const rows = await house.run((tx) =>
        balancesByActivity(tx, { organizationId: house.organizationId, activityId, until: toDay("2026-12-31") }),
      );
      return rows
        .filter(({ account }) => /^(6587|5802|70)/.test(account))
        .map(({ account, debit, credit }) => [account, debit - credit])
        .filter(([, balance]) => balance !== 0n);
    };
    expect(await of(sales.activityId)).toEqual([
      ["5802", -300_000n],
      ["6587", 300_000n],
      ["706", -900_000n],
    ]);
    expect(await of(partnerActivity)).toEqual([
      ["5802", 300_000n],
      ["6587", -300_000n],
    ]);
    // Neutral for the cooperative: it sells nothing to itself.
    const whole = [...(await of(sales.activityId)), ...(await of(partnerActivity))];
    const total = (account: string) =>
      whole.filter(([each]) => each === account).reduce((sum, [, balance]) => sum + BigInt(balance ?? 0), 0n);
    expect(["6587", "5802", "706"].map(total)).toEqual([0n, 0n, -900_000n]);

    const credit = await does(sales.accountant, creditInvoice, { invoiceId });
    const issued = await does(sales.accountant, issueInvoice, credit);
    await does(sales.accountant, postSplit, { bidId, invoiceId: issued.invoiceId });
    expect(await of(partnerActivity)).toEqual([]);
  });

  it("chacun fait le devis de sa part quand chacun facture, et rien ne se partage alors", async () => {
    const { bidId, partId } = await agreed({ billing: "each" });
    expect(await refused(partner, makeQuote, { partId })).toBe("bid.notSubmitted");
    await does(lead, moveBid, { bidId, move: "submit" });
    expect(await refused(lead, makeQuote, { partId })).toBe("bid.notAllowed");
    await house.run((tx) =>
      sql`insert into sales.customer (organization_id, id, activity_id, kind, name, siren, created_at)
        values (${house.organizationId}, ${house.newId()}, ${partnerActivity}, 'company', ${words.buyer}, '443061841', now())`.execute(
        tx,
      ),
    );
    const { quoteId } = await does(partner, makeQuote, { partId });
    const { rows } = await house.run((tx) =>
      sql<{ net: bigint }>`select net from sales.quote where id = ${quoteId}`.execute(tx),
    );
    expect(rows).toEqual([{ net: 300_000n }]);
    // A namesake of another SIREN is another buyer.
    const { rows: customers } = await house.run((tx) =>
      sql<{ siren: string }>`select c.siren from sales.quote q
        join sales.customer c on c.id = q.customer_id where q.id = ${quoteId}`.execute(tx),
    );
    expect(customers).toEqual([{ siren: "356000000" }]);
    await does(lead, moveBid, { bidId, move: "win" });
    const id = house.newId<"invoice">();
    expect(await refused(sales.accountant, postSplit, { bidId, invoiceId: id })).toBe("bid.noSplit");
  });

  it("le pilote facture pour tous : le partenaire n’a pas de devis à faire, ni une facture d’ailleurs à partager", async () => {
    const { bidId, partId } = await won();
    expect(await refused(partner, makeQuote, { partId })).toBe("bid.leadBills");
    const other = await sales.issue([{ price: "100" }]);
    expect(await refused(sales.accountant, postSplit, { bidId, invoiceId: other.invoiceId })).toBe("bid.notItsInvoice");
  });
});

describe("La répartition", () => {
  const [a, b, c] = ["a", "b", "c"] as unknown as [ActivityId, ActivityId, ActivityId];
  const thirds = [a, b, c].map((activityId) => ({ activityId, amount: toCents(100_000) }));
  it("tombe juste au centime : 100,00 en trois font 33,34 au pilote, 33,33 et 33,33 ; un avoir rend l’inverse", () => {
    const amounts = (net: number) => sharesOf(toCents(net), thirds, a).map(({ amount }) => amount);
    expect(amounts(10_000)).toEqual([3_333n, 3_333n]);
    expect(amounts(-10_000)).toEqual([-3_333n, -3_333n]);
    // 100,01: the two cents that are left go to the first two.
    expect(amounts(10_001)).toEqual([3_334n, 3_333n]);
  });
  it("deux parts d’une même activité n’en font qu’une, celles du pilote restent chez lui", () => {
    const parts = [...thirds, { activityId: b, amount: toCents(100_000) }, { activityId: a, amount: toCents(0) }];
    expect(sharesOf(toCents(40_000), parts, a)).toEqual([
      { activityId: b, amount: 20_000n },
      { activityId: c, amount: 10_000n },
    ]);
  });
});

describe("Une réponse de plusieurs CAE, dans leur réseau", () => {
  async function inNetwork(billing: "lead" | "each") {
    const network = await freshTenant({ house: "network" });
    const [one, two] = [await network.person(), await network.person()];
    const input = {
      ...words,
      billing,
      house: "L’Établi",
      houseSiren: "732829320",
      task: "Plomberie",
      amount: "600000",
    };
    expect(await refused(one, openBid, { ...input, house: "" }, network)).toBe("bid.noHouse");
    const { bidId } = await does(one, openBid, input, network);
    await does(one, invitePart, { bidId, email: emailOf(two), task: "Menuiserie", amount: "300000" }, network);
    const { partId } = await partOf(bidId, two, network);
    await does(two, answerPart, { partId, answer: "agree", house: "L’Autre Rive", houseSiren: "443061841" }, network);
    await does(one, moveBid, { bidId, move: "submit" }, network);
    expect(await refused(two, makeQuote, { partId }, network)).toBe("bid.elsewhere");
    expect(statementOf((await partOf(bidId, two, network)).bid, (await partOf(bidId, two, network)).part)).toBeNull();
    await does(one, moveBid, { bidId, move: "win" }, network);
    const code = async (who: TestPerson) => {
      const { bid, part } = await partOf(bidId, who, network);
      const statement = statementOf(bid, part);
      return statement === null ? "" : writeCode(statement, part.id);
    };
    return { one: await code(one), two: await code(two) };
  }

  const quoted = async (quoteId: string) => {
    const { rows } = await house.run((tx) =>
      sql<{ name: string; net: bigint; order: string }>`select c.name, q.net, q.content ->> 'purchaseOrder' as order
        from sales.quote q join sales.customer c on c.id = q.customer_id where q.id = ${quoteId}`.execute(tx),
    );
    return rows[0];
  };

  it("le code d’une part fait un devis ordinaire dans la CAE, une fois ; coupé, il se refuse", async () => {
    const codes = await inNetwork("lead");
    const take = { activityId: sales.activityId };
    const whole = await does(lead, takeStatement, { ...take, code: codes.one });
    expect(await quoted(whole.quoteId)).toEqual({ name: words.buyer, net: 900_000n, order: words.reference });
    expect(await refused(lead, takeStatement, { ...take, code: codes.one })).toBe("bid.takenAlready");
    // Whoever does not bill the buyer bills the lead’s house.
    const part = await does(lead, takeStatement, {
      ...take,
      code: ` ${codes.two.slice(0, 40)}\n${codes.two.slice(40)}`,
    });
    expect(await quoted(part.quoteId)).toMatchObject({ name: "L’Établi", net: 300_000n });
    expect(await refused(lead, takeStatement, { ...take, code: codes.two.slice(0, -1) })).toBe("bid.unreadable");
    expect(await refused(partner, takeStatement, { ...take, code: codes.two })).toBe("quote.missing");
  });

  it("un devis jeté se reprend ; un code forgé n’empêche pas le vrai, et ce qu’il dit de faux se refuse", async () => {
    const { two } = await inNetwork("lead");
    const take = { activityId: sales.activityId };
    const read = readCode(two);
    const { part } = JSON.parse(Buffer.from(two.slice("BID1-".length, -13), "base64url").toString());
    if (read === null) throw new Error("unread");
    const forged = (more: object) => writeCode({ ...read.statement, ...more }, part);
    const other = forged({ title: "Autre chose" });
    expect(await refused(lead, takeStatement, { ...take, code: other })).toBe("done");
    const customer = { name: "Une société", siren: "123456789" };
    expect(await refused(lead, takeStatement, { ...take, code: forged({ customer }) })).toBe("bid.unreadable");
    expect(await refused(lead, takeStatement, { ...take, code: forged({ title: " " }) })).toBe("bid.unreadable");
    const first = await does(lead, takeStatement, { ...take, code: two });
    expect(await refused(lead, takeStatement, { ...take, code: two })).toBe("bid.takenAlready");
    const cheat = house.run((tx) => sql`update bid.statement set quote_id = ${house.newId()}`.execute(tx));
    await expect(cheat).rejects.toThrow("taken once");
    await house.run((tx) => sql`delete from sales.quote where id = ${first.quoteId}`.execute(tx));
    const second = await does(lead, takeStatement, { ...take, code: two });
    expect(second.quoteId).not.toBe(first.quoteId);
    expect(await refused(lead, takeStatement, { ...take, code: two })).toBe("bid.takenAlready");
  });

  it("chacun facture sa part à l’acheteur quand il en est convenu ainsi", async () => {
    const codes = await inNetwork("each");
    const made = await does(lead, takeStatement, { activityId: sales.activityId, code: codes.two });
    expect(await quoted(made.quoteId)).toMatchObject({ name: words.buyer, net: 300_000n });
  });
});
