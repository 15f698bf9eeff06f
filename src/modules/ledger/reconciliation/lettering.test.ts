import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import type { EntryId } from "../entry/entry.ts";
import { closeFiscalYear } from "../fiscal-year/close-fiscal-year.command.ts";
import { openNextFiscalYear } from "../fiscal-year/open-fiscal-year.command.ts";
import * as generalLedger from "../reading/general-ledger.page.tsx";
import { draft, freshLedger, line, sale, type TestLedger } from "../testing.ts";
import * as page from "./lettering.page.tsx";
import * as file from "./lettering-file.page.ts";
import type { GivenLetter, LetterableLine } from "./lettering-list.store.ts";

type Half = (args: never) => unknown;
type Shown = {
  lines: LetterableLine[];
  proposals: { reason: string; lines: LetterableLine[] }[];
  letters: GivenLetter[];
  account: { number: string };
  accounts: { value: string }[];
};

const martin = { code: "C1", label: "Martin" };
let app: App;
let ledger: TestLedger;
let slug: string;
let accountant: TestPerson;
let invoice: EntryId;
let payment: EntryId;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  ledger = await freshLedger();
  slug = ledger.tenant.slug;
  Object.assign(app, { clock: () => ledger.tenant.host.clock(), activityNames: activitiesOf });
  const activity = await ledger.tenant.activity("Plomberie Roux");
  accountant = await ledger.tenant.person({ roles: ["accountant"] });
  // 120,00 € invoiced, 120,00 € received.
  invoice = (await ledger.post(sale(activity))).entryId;
  const paid = draft([line("512", activity, 12_000), line("411", activity, -12_000, { auxiliary: martin })], {
    journalCode: "BQ",
  });
  payment = (await ledger.post(paid)).entryId;
});

function visit(half: Half, who: TestPerson, request: Partial<PageRequest> = {}) {
  const { signedIn } = who;
  const asked = { path: `/${slug}/compta/lettrage`, signedIn, ...request, params: { cooperative: slug } };
  return answerOf(() => half(pageArguments(app, asked) as never));
}
const shown = async (query = "") =>
  (await visit(page.loader, accountant, { path: `/${slug}/compta/lettrage${query}` })).body as Shown;
const send = (lines: readonly string[], who = accountant) =>
  visit(page.action, who, { form: [["cle", ""], ...lines.map((value): [string, string] => ["ligne", value])] });

describe("La page de lettrage", () => {
  it("montre ce qui est ouvert et ce qui se solde ; lettré, cela passe de l'autre côté ; délettré, cela revient", async () => {
    const before = await shown();
    expect(before.lines.map(({ entryId, debit, credit }) => [entryId, debit, credit])).toEqual([
      [invoice, 12_000n, 0n],
      [payment, 0n, 12_000n],
    ]);
    expect(before.proposals.map(({ lines }) => lines.length)).toEqual([2]);
    expect((await send([`${invoice}:1`, `${payment}:2`])).status).toBe(302);
    expect((await shown()).lines).toEqual([]);
    const [letter] = (await shown("?etat=lettrees")).letters;
    expect(letter).toMatchObject({ letter: "AA", lines: 2, amount: 12_000n, auxiliaryLabel: "Martin" });
    const form = { intention: "undo", reconciliationId: String(letter?.id) };
    expect((await visit(page.action, accountant, { form })).status).toBe(302);
    expect((await shown("?etat=lettrees")).letters).toEqual([]);
    expect((await shown()).lines).toHaveLength(2);
  });

  it("ce qui ne se solde pas revient avec une phrase, et ce qui était coché", async () => {
    expect(await send([`${invoice}:1`])).toMatchObject({
      status: 422,
      body: {
        problem: { sentence: "Choisissez au moins deux lignes à lettrer." },
        ticked: [`${invoice}:1`],
      },
    });
    for (const nonsense of [[], ["n'importe quoi", `${invoice}:1`], [`${invoice}:1:2`, ":", "::"]]) {
      expect([404, 422]).toContain((await send(nonsense)).status);
    }
    expect((await shown()).lines).toHaveLength(2);
  });

  it("par compte, par tiers ou par pièce ; un compte qui n'en est pas un montre les clients", async () => {
    expect((await shown("?compte=512")).lines).toHaveLength(1);
    expect((await shown("?q=mart")).lines).toHaveLength(2);
    expect((await shown("?q=mart")).proposals).toEqual([]);
    expect((await shown("?q=introuvable")).lines).toEqual([]);
    expect((await shown("?q=%25")).lines).toEqual([]);
    expect((await shown("?compte=<script>")).account.number).toBe("411");
    expect((await shown()).accounts.map(({ value }) => value)).toContain("411");
    const csv = (await visit(file.loader, accountant, { path: `/x?format=csv&q=mart` })).body;
    expect(String(csv).trim().split("\r\n")).toHaveLength(3);
  });

  it("l'exercice suivant ne montre pas deux fois ce que le précédent laisse, ni au lettrage ni au grand livre", async () => {
    const { caller } = accountant;
    const act = <Input, Output>(command: Command<Input, Output>, input: unknown) =>
      execute(ledger.tenant.host, caller, command, input);
    const activity = await ledger.tenant.activity("Peinture Le Gall");
    // Another 120,00 €, unpaid at the end of the year.
    await ledger.post(sale(activity));
    await act(openNextFiscalYear, {});
    ledger.tenant.setNow("2027-01-04T10:00:00.000Z");
    expect(await act(closeFiscalYear, { fiscalYearId: ledger.year.id })).toEqual({ openingNumber: "1" });
    expect((await shown()).lines.map(({ journalCode }) => journalCode)).toEqual(["VE", "BQ", "VE"]);
    const balances = async (from: string, until: string) => {
      const path = `/${slug}/compta/grand-livre?compte=411&du=${from}&au=${until}`;
      const { body } = await visit(generalLedger.loader, accountant, { path });
      return (body as { accounts: { before: bigint; lines: { running: bigint }[] }[] }).accounts.map(
        ({ before, lines }) => [before, lines.at(-1)?.running],
      );
    };
    const [first, next] = [ledger.year.start.slice(0, 4), String(Number(ledger.year.start.slice(0, 4)) + 1)];
    expect(await balances(`${next}-01-01`, `${next}-12-31`)).toEqual([[0n, 12_000n]]);
    expect(await balances(`${first}-01-01`, `${next}-12-31`)).toEqual([[0n, 12_000n]]);
  });

  it("n'est ouverte qu'à qui tient les livres, chez soi", async () => {
    const entrepreneur = await ledger.tenant.person({ activities: [await ledger.tenant.activity("Autre")] });
    for (const half of [page.loader, file.loader] as Half[]) {
      expect((await visit(half, entrepreneur)).status).toBe(403);
    }
    expect((await send([`${invoice}:1`, `${payment}:2`], entrepreneur)).status).toBe(403);
    const elsewhere = await freshLedger();
    const theirs = await elsewhere.tenant.person({ roles: ["accountant"] });
    expect((await visit(page.loader, theirs)).status).toBe(404);
    const refused = await send([`${invoice}:1`, `${payment}:2`], theirs);
    expect(isRefusal(refused.body) || refused.status === 404).toBe(true);
    expect((await shown()).lines).toHaveLength(2);
  });
});
