import { beforeEach, describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { sum } from "#kernel/money.ts";
import { execute } from "#platform/command.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { balancesByActivity } from "../balance/balances.store.ts";
import { freshBooks, type TestBooks } from "../books.fixture.ts";
import { GOOD } from "../fec/fec-example.ts";
import { closeFiscalYear } from "../fiscal-year/close-fiscal-year.command.ts";
import { openNextFiscalYear } from "../fiscal-year/open-fiscal-year.command.ts";
import * as openingPage from "./opening.page.tsx";
import * as examplePage from "./opening-example.page.ts";

type Preview = {
  text: string;
  fec: object | null;
  rows: number;
  codes: { code: string; choice: string; guessed: boolean }[];
  points: { line: number; sentence: string }[];
  totals: { id: string | null; debit: bigint; credit: bigint; link: bigint }[];
};
type Body = { problem: string | null; refusal: string | null; preview: Preview | null };

let books: TestBooks;
let accountant: TestPerson;
let plumber: ActivityId;
let gardener: ActivityId;
let codes: Map<ActivityId, string>;

/** The books begin in 2027; the former software kept 2026. */
beforeEach(async () => {
  const year = { start: toDay("2027-01-01"), end: toDay("2027-12-31") };
  books = await freshBooks({ now: "2027-02-01T10:00:00.000Z", year, opening: "expected" });
  const { tenant } = books.ledger;
  accountant = await tenant.person({ roles: ["accountant"] });
  plumber = await tenant.activity("Plomberie Roux");
  gardener = await tenant.activity("Les jardins");
  const names = await tenant.run((tx) => books.app.activityNames(tx, tenant.organizationId, "all"));
  codes = new Map(names.map(({ id, code }) => [id, code]));
});

async function send(form: Record<string, string>, file?: string | Uint8Array) {
  const page = file === undefined ? { form } : { form, file: { name: "soldes.txt", bytes: file } };
  const answer = await books.visit(openingPage.action, accountant, page);
  return { ...answer, body: answer.body as Body | null };
}
const shown = (answer: { body: Body | null }) => answer.body?.preview as Preview;
const post = (preview: Preview, more: Record<string, string> = {}) =>
  send({ intent: "post", csv: preview.text, fec: JSON.stringify(preview.fec), cle: "une-seule", ...more });

/** The small FEC of 2026 with an activity on the lines of each entry number. */
function fec(activityOf: Readonly<Record<string, [code: string, label: string]>>): string {
  return GOOD.map((line, index) => {
    if (index === 0) return `${line}|CodeAnalytique|LibAnalytique`;
    const fields = line.split("|");
    const [code, label] = fields[4] === "512" ? ["", ""] : (activityOf[fields[2] ?? ""] ?? ["", ""]);
    return `${line}|${code}|${label}`;
  }).join("\r\n");
}

async function balances(activityId: ActivityId | null, until: string) {
  const { tenant } = books.ledger;
  const rows = await tenant.run((tx) =>
    balancesByActivity(tx, { organizationId: tenant.organizationId, activityId, until: toDay(until) }),
  );
  return Object.fromEntries(rows.map((row) => [row.account, row.debit - row.credit]).filter(([, gap]) => gap !== 0n));
}

describe("Les à-nouveaux", () => {
  test("un FEC de l'ancien logiciel : ses soldes par activité, reconnue par son code ou son nom ; un code inconnu va aux services mutualisés et la page le dit", async () => {
    const text = fec({
      "2": [codes.get(plumber)?.toLowerCase() ?? "", "Roux"],
      "3": [codes.get(plumber) ?? "", "Roux"],
      "4": ["ZX9", "les Jardins"],
    });
    const preview = shown(await send({ intent: "read" }, text));
    expect(preview.points).toEqual([]);
    expect(preview.codes.map(({ choice, guessed }) => [choice, guessed])).toEqual([
      [plumber, false],
      [gardener, false],
    ]);
    const lost = shown(await send({ intent: "read" }, fec({ "4": ["ZX9", "Ailleurs"] })));
    expect(lost.codes).toMatchObject([{ code: "ZX9", choice: "commun", guessed: true }]);
    const posted = await post(preview);
    expect(posted.status).toBe(302);
    // Sale of 1 000 + 200 paid on the common bank; a purchase of 50.05 not paid; 1 000 of reserves (2026 of the example).
    expect(await balances(plumber, "2027-06-30")).toEqual({ "120": -100_000n, "44571": -20_000n, "5808": 120_000n });
    expect(await balances(gardener, "2027-06-30")).toEqual({ "129": 5_005n, "401": -5_005n });
    expect(await balances(null, "2027-06-30")).toEqual({ "1068": -100_000n, "512": 220_000n, "5808": -120_000n });
    // Once only: the same click gets the same answer, another one is refused, and the page leads to the entry.
    expect((await post(preview)).location).toBe(posted.location);
    const again = await post(preview, { cle: "autre" });
    expect([again.status, again.body?.refusal]).toEqual([409, "L’exercice 2027 a déjà ses à-nouveaux."]);
    const { body } = await books.visit(openingPage.loader, accountant);
    expect(posted.location).toContain(String((body as { entryId: string }).entryId));
  });

  test("l'exercice qui suit s'ouvre avec les mêmes soldes, activité par activité", async () => {
    const text = fec({ "2": [codes.get(plumber) ?? "", ""], "3": [codes.get(plumber) ?? "", ""] });
    await post(shown(await send({ intent: "read" }, text)));
    const { tenant, year } = books.ledger;
    const act = (command: typeof openNextFiscalYear | typeof closeFiscalYear, input: object) =>
      execute(tenant.host, accountant.caller, command as typeof openNextFiscalYear, input);
    await act(openNextFiscalYear, {});
    tenant.setNow("2028-01-15T10:00:00.000Z");
    expect(await act(closeFiscalYear, { fiscalYearId: year.id })).toMatchObject({ openingNumber: "1" });
    for (const activity of [plumber, gardener, null]) {
      const opened = await balances(activity, "2028-01-01");
      expect(opened).toEqual(await balances(activity, "2027-12-31"));
      expect(sum(Object.values(opened) as never[])).toBe(0n);
    }
  });

  test("le fichier d'exemple s'importe tel quel ; un code inconnu se choisit dans la page", async () => {
    const { body } = await books.visit(examplePage.loader, accountant, { path: "/x?format=csv" });
    const example = shown(await send({ intent: "read" }, String(body)));
    expect([example.rows, example.points]).toEqual([8, []]);
    expect(example.totals.map(({ link }) => link).reduce((a, b) => a + b, 0n)).toBe(0n);
    const text = "compte;activité;débit;crédit\n411;AUTRE;100,00;\n512;;;100,00\n";
    const unknown = shown(await send({ intent: "read" }, text));
    expect(unknown.points).toMatchObject([{ line: 2, sentence: expect.stringContaining("AUTRE") }]);
    const chosen = { csv: text, fec: "null", "activite.AUTRE": gardener };
    expect(shown(await send({ intent: "check", ...chosen })).points).toEqual([]);
    expect((await send({ intent: "post", ...chosen })).status).toBe(302);
    expect(await balances(gardener, "2027-01-01")).toEqual({ "411": 10_000n, "5808": -10_000n });
  });

  test("chaque faute a sa ligne et dit quoi faire ; postée quand même, rien n'est enregistré", async () => {
    const text =
      "compte;libellé du compte;débit;crédit\n411;;douze;\n706;;;5\nABC;;1;\n5129;;1;\n512;;1;1\n512;;;\n512;;10;\n";
    const preview = shown(await send({ intent: "read" }, text));
    expect(preview.points.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(preview.points.map(({ sentence }) => sentence).join("\n")).toMatchInlineSnapshot(`
      "« douze » n’est pas un montant.
      Le compte 706 est un compte de charges ou de produits : seul son résultat s’ouvre, en 120 ou 129.
      « ABC » n’est pas un numéro de compte. Écrivez par exemple 411 ou 512.
      Le compte 5129 n’est pas au plan comptable. Donnez son libellé dans la colonne « libellé du compte », il sera ajouté.
      Remplissez le débit ou le crédit, pas les deux.
      Indiquez un montant au débit ou au crédit."
    `);
    expect((await post(preview)).status).toBe(422);
    const gap = shown(await send({ intent: "read" }, "compte;débit;crédit\n411;5;\n512;;4\n"));
    expect(gap.points).toMatchObject([{ line: 0, sentence: expect.stringContaining("1,00") }]);
    expect(await balances(null, "2027-12-31")).toEqual({});
  });

  test("un FEC de l'exercice en cours, un FEC dont un montant ne se lit pas, un zip : refusés avec leur raison", async () => {
    const late = shown(await send({ intent: "read" }, GOOD.join("\r\n").replaceAll("|2026", "|2027")));
    expect(late.points[0]?.sentence).toContain("Donnez le FEC de l’exercice d’avant");
    expect((await post(late)).status).toBe(422);
    const broken = shown(await send({ intent: "read" }, GOOD.join("\r\n").replace("50,05", "cinquante")));
    expect(broken.points[0]).toMatchObject({ line: 9, sentence: expect.stringContaining("« cinquante »") });
    expect(await send({ intent: "read" }, "PK\u0003\u0004")).toMatchObject({
      status: 422,
      body: { problem: "notText" },
    });
    expect(await send({ intent: "read" }, "")).toMatchObject({ status: 422, body: { problem: "missing" } });
  });

  test("n'appartiennent qu'à qui tient la comptabilité", async () => {
    const entrepreneur = await books.ledger.tenant.person({ activities: [plumber] });
    for (const half of [openingPage.loader, examplePage.loader]) {
      expect((await books.visit(half, entrepreneur)).status).toBe(403);
    }
    const form = { intent: "post", csv: "compte;débit;crédit\n411;5;\n512;;5\n", fec: "null" };
    expect((await books.visit(openingPage.action, entrepreneur, { form })).status).toBe(403);
  });
});
