import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseId } from "#kernel/id.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { JPEG, PDF_BYTES, PNG } from "#platform/testing/pictures.ts";
import { answerOf, type PageAnswer, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import * as fiscalYears from "./fiscal-year/fiscal-years.page.tsx";
import * as manual from "./manual-entry/manual-entry.page.tsx";
import { type EntryForm, editEntryForm } from "./manual-entry/manual-form.ts";
import * as documentPage from "./reading/document.page.ts";
import * as entryPage from "./reading/entry.page.tsx";
import { freshLedger, sale, type TestLedger } from "./testing.ts";

type Half = (args: never) => unknown;
type Answered = { form: EntryForm; problem: { sentence: string; fields: Record<string, string> } | null };

let app: App;
let ledger: TestLedger;
let slug: string;
let accountant: TestPerson;
let entrepreneur: TestPerson;
let activityId: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  ledger = await freshLedger({ now: "2026-11-22T10:00:00.000Z" });
  const { tenant } = ledger;
  slug = tenant.slug;
  const clock = () => tenant.host.clock();
  Object.assign(app, { clock, activityNames: activitiesOf, sourceHref: () => null });
  const activity = await tenant.activity("Plomberie Roux");
  activityId = activity;
  accountant = await tenant.person({ roles: ["accountant"] });
  entrepreneur = await tenant.person({ activities: [activity] });
});

function visit(half: Half, who: TestPerson, page: Partial<PageRequest> = {}): Promise<PageAnswer> {
  const { signedIn } = who;
  const params = { cooperative: slug, ...page.params };
  return answerOf(() => half(pageArguments(app, { path: "/x", signedIn, ...page, params }) as never));
}

const rowsOf = (lines: readonly (readonly [account: string, activity: string, debit: string, credit: string])[]) =>
  Object.fromEntries(
    lines.flatMap(([account, activity, debit, credit], index) =>
      Object.entries({ account, activityId: activity, label: "", debit, credit }).map(([name, value]) => [
        `lines.${index}.${name}`,
        value,
      ]),
    ),
  );

const invoice = (changes: Record<string, string> = {}) => ({
  journalCode: "AC",
  date: "15/3",
  label: "Robinetterie",
  pieceRef: "F-118",
  pieceDate: "",
  ...rowsOf([
    ["606 Achats", activityId, "1 000", ""],
    ["", "", "", ""],
    ["44566", activityId, "200,00 €", ""],
    ["401", activityId, "", "3*400"],
  ]),
  ...changes,
});

const linesOf = async (id: string) => {
  const { rows } = await ledger.tenant.run((tx) =>
    sql<{ account: string; debit: bigint; credit: bigint }>`
      select account, debit, credit from ledger.entry_line where entry_id = ${id} order by line_number`.execute(tx),
  );
  return rows.map((row) => [row.account, row.debit, row.credit]);
};
const idIn = (answer: PageAnswer) => /ecritures\/([0-9a-f-]{36})/.exec(answer.location ?? "")?.[1] ?? "";

describe("La saisie", () => {
  it("enregistre ce qui est tapé comme ça vient, une seule fois, et ouvre l'écriture", async () => {
    const form = { ...invoice(), intent: "save", cle: ledger.tenant.newId() };
    const first = await visit(manual.action, accountant, { form });
    expect(first.status).toBe(302);
    expect(await linesOf(idIn(first))).toEqual([
      ["606", 100_000n, 0n],
      ["44566", 20_000n, 0n],
      ["401", 0n, 120_000n],
    ]);
    expect((await visit(manual.action, accountant, { form })).location).toBe(first.location);
    const next = await visit(manual.action, accountant, { form: { ...invoice(), intent: "next" } });
    expect(next.location).toBe(`/${slug}/compta/saisie?journal=AC&date=2026-03-15`);
  });

  it("garde ce qui est tapé et dit l'erreur sur la ligne où elle est, même après une ligne vide", async () => {
    const form = invoice({ "lines.2.debit": "deux cents", "lines.3.account": "9x" });
    const { status, body } = await visit(manual.action, accountant, { form });
    const answered = body as Answered;
    expect(status).toBe(422);
    expect(Object.keys(answered.problem?.fields ?? {}).sort()).toEqual(["lines.2.debit", "lines.3.account"]);
    expect(answered.form.lines[2]?.debit).toBe("deux cents");
    expect(answered.form.date).toBe("15/3");
    const gap = await visit(manual.action, accountant, { form: invoice({ "lines.2.debit": "20" }) });
    expect((gap.body as Answered).problem?.fields.lines).toContain("180,00");
    const closed = await visit(manual.action, accountant, { form: invoice({ date: "3 mars 2019" }) });
    expect(Object.keys((closed.body as Answered).problem?.fields ?? {})).toEqual(["date"]);
  });

  it("équilibre entre activités par la liaison quand on la coche, refuse sinon", async () => {
    const crossed = invoice(
      rowsOf([
        ["606", activityId, "50", ""],
        ["512", "", "", "50"],
      ]),
    );
    const { "lines.2.account": _unused, "lines.3.account": _other, ...two } = crossed as Record<string, string>;
    expect((await visit(manual.action, accountant, { form: two })).status).toBe(422);
    const linked = await visit(manual.action, accountant, { form: { ...two, link: "oui" } });
    expect((await linesOf(idIn(linked))).map(([account]) => account)).toEqual(["606", "512", "5808", "5808"]);
  });

  const multipart = (fields: Record<string, string>, ...chosen: File[]) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of chosen) form.append("files", file);
    return form;
  };
  const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);
  type Held = { held: { id: string; name: string }[] };

  it("garde les pièces choisies quand l'écriture est refusée, puis les joint ; deux clics n'en font qu'une", async () => {
    const chosen = [file(PDF_BYTES, "facture.pdf"), file(PNG, "bon.png")];
    const refused = await visit(manual.action, accountant, {
      form: multipart(invoice({ "lines.2.debit": "20" }), ...chosen),
    });
    expect(refused.status).toBe(422);
    const { held } = refused.body as Held;
    expect(held.map(({ name }) => name)).toEqual(["facture.pdf", "bon.png"]);
    const again = multipart({ ...invoice(), intent: "save", cle: ledger.tenant.newId() }, file(JPEG, "photo.jpg"));
    for (const { id, name } of held.slice(0, 1)) {
      again.append("held", id);
      again.append(`heldName.${id}`, name);
    }
    const saved = await visit(manual.action, accountant, { form: again });
    expect(saved.status).toBe(302);
    expect((await visit(manual.action, accountant, { form: again })).location).toBe(saved.location);
    const params = { entryId: idIn(saved) };
    const shown = (await visit(entryPage.loader, entrepreneur, { params })).body as {
      documents: { id: string; name: string }[];
      mayAdd: boolean;
    };
    expect([shown.documents.map(({ name }) => name), shown.mayAdd]).toEqual([["facture.pdf", "photo.jpg"], false]);
    const read = (who: TestPerson, documentId = shown.documents[0]?.id ?? "") =>
      visit(documentPage.loader, who, { params: { documentId } });
    expect((await read(entrepreneur)).body).toContain("%PDF-1.4");
    const neighbour = await ledger.tenant.person({ activities: [await ledger.tenant.activity("Autre")] });
    expect([(await read(neighbour)).status, (await read(accountant, "x")).status]).toEqual([404, 404]);
  });

  it("refuse à côté du champ ce qui n'est pas une pièce, et garde le reste", async () => {
    const form = multipart(invoice(), file(PNG, "bon.png"), file(new TextEncoder().encode("<svg/>"), "facture.pdf"));
    const { status, body } = await visit(manual.action, accountant, { form });
    expect(status).toBe(422);
    expect((body as Answered).problem?.fields.files).toContain("PDF, un PNG ou un JPEG");
    expect((body as Held).held.map(({ name }) => name)).toEqual(["bon.png"]);
    expect((body as Answered).form.label).toBe("Robinetterie");
    const forbidden = await visit(manual.action, entrepreneur, { form: multipart(invoice(), file(PNG, "bon.png")) });
    expect(forbidden.status).toBe(403);
    const { rows } = await ledger.tenant.run((tx) => sql`select user_id from platform.held_file`.execute(tx));
    expect(rows).toEqual([{ user_id: accountant.caller.userId }]);
  });

  it("une écriture se duplique : mêmes lignes, sans la pièce ni sa référence", async () => {
    const saved = await visit(manual.action, accountant, { form: invoice() });
    const path = `/x?modele=${idIn(saved)}`;
    const { form } = (await visit(manual.loader, accountant, { path })).body as { form: EntryForm };
    expect(form).toMatchObject({ journalCode: "AC", label: "Robinetterie", pieceRef: "" });
    expect(form.lines.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
      ["606", "1\u00a0000,00", ""],
      ["44566", "200,00", ""],
      ["401", "", "1\u00a0200,00"],
    ]);
  });

  it("une ligne prend ce qui manque à son activité", async () => {
    const posted = invoice({ "lines.3.credit": "", intent: "line.balance" });
    const { form } = (await visit(manual.action, accountant, { form: posted })).body as { form: EntryForm };
    expect([form.lines[3]?.debit, form.lines[3]?.credit]).toEqual(["", "1\u00a0200,00"]);
    const second = editEntryForm(form, "line.balance.2", "fr");
    expect([second?.lines[2]?.debit, second?.lines[2]?.credit]).toEqual(["200,00", ""]);
    expect(editEntryForm(form, "line.balance.99", "fr")).toEqual(form);
  });

  it("sans script, ajouter une ligne ou prendre un modèle rend le formulaire et n'enregistre rien", async () => {
    const added = await visit(manual.action, accountant, { form: { ...invoice(), intent: "line.add" } });
    expect((added.body as Answered).form.lines).toHaveLength(5);
    const removed = await visit(manual.action, accountant, { form: { ...invoice(), intent: "line.remove.0" } });
    expect((removed.body as Answered).form.lines.map((line) => line.account)).toEqual(["", "44566", "401"]);
    const paid = await visit(manual.action, accountant, { form: { ...invoice(), intent: "preset.payroll" } });
    const { form } = paid.body as Answered;
    expect(form.journalCode).toBe("PA");
    expect(form.lines.map((line) => line.account).slice(3)).toEqual(["6411", "6451", "421", "4421", "431", "437"]);
    const { rows } = await ledger.tenant.run((tx) => sql`select 1 from ledger.entry`.execute(tx));
    expect(rows).toEqual([]);
  });

  it("n'est ni montrée ni permise à qui ne tient pas la comptabilité", async () => {
    for (const half of [manual.loader, fiscalYears.loader]) {
      expect((await visit(half, entrepreneur)).status).toBe(403);
      expect((await visit(half, accountant)).status).toBe(200);
    }
    expect((await visit(manual.action, entrepreneur, { form: invoice() })).status).toBe(403);
  });
});

describe("Contre-passer", () => {
  it("ouvre l'écriture inverse; celle d'un document ne le propose pas; la deuxième fois est refusée", async () => {
    const entryId = idIn(await visit(manual.action, accountant, { form: invoice() }));
    const params = { entryId };
    const shown = async (who: TestPerson, id = entryId) =>
      (await visit(entryPage.loader, who, { params: { entryId: id } })).body as { mayReverse: boolean };
    expect((await shown(accountant)).mayReverse).toBe(true);
    expect((await shown(entrepreneur)).mayReverse).toBe(false);
    expect((await visit(entryPage.action, entrepreneur, { params, form: { date: "hier" } })).status).toBe(403);
    const reversed = await visit(entryPage.action, accountant, { params, form: { date: "hier" } });
    expect(await linesOf(idIn(reversed))).toEqual([
      ["606", 0n, 100_000n],
      ["44566", 0n, 20_000n],
      ["401", 120_000n, 0n],
    ]);
    expect((await shown(accountant)).mayReverse).toBe(false);
    expect((await visit(entryPage.action, accountant, { params, form: { date: "hier" } })).status).toBe(409);
    const source = { kind: "sales.invoice", id: ledger.tenant.newId() };
    const { entryId: issued } = await ledger.post(sale(parseId(activityId), { source }));
    expect((await shown(accountant, issued)).mayReverse).toBe(false);
  });
});

describe("Les exercices", () => {
  it("un mois verrouillé refuse l'écriture, rouvert il la prend; clos, il le reste", async () => {
    const act = (intention: string, number = "1") =>
      visit(fiscalYears.action, accountant, { form: { intention, number, fiscalYearId: ledger.year.id } });
    const write = async () => (await visit(manual.action, accountant, { form: invoice({ date: "15/1" }) })).status;
    expect((await act("lock")).status).toBe(302);
    expect(await write()).toBe(409);
    expect((await act("unlock")).status).toBe(302);
    expect(await write()).toBe(302);
    expect((await act("close", "2")).status).toBe(409);
    expect((await act("close")).status).toBe(302);
    expect((await act("unlock")).status).toBe(409);
    expect((await act("n'importe quoi")).status).toBe(422);
  });

  it("l'exercice suivant s'ouvre, l'ancien se clôture quand il est fini", async () => {
    const act = (form: Record<string, string>) => visit(fiscalYears.action, accountant, { form });
    const close = { intention: "closeYear", fiscalYearId: ledger.year.id };
    expect((await act(close)).status).toBe(409);
    expect((await act({ intention: "openNext", end: "31/12/2031" })).status).toBe(422);
    expect((await act({ intention: "openNext", end: "31/12/2027" })).status).toBe(302);
    await visit(manual.action, accountant, { form: invoice() });
    ledger.tenant.setNow("2027-01-10T10:00:00.000Z");
    expect((await act(close)).status).toBe(302);
    const { years } = (await visit(fiscalYears.loader, accountant)).body as {
      years: { code: string; opening: string; periods: { status: string }[] }[];
    };
    expect(years.map(({ code, opening }) => [code, opening])).toEqual([
      ["2027", "posted"],
      ["2026", "none"],
    ]);
    expect(new Set(years[1]?.periods.map((period) => period.status))).toEqual(new Set(["closed"]));
  });
});
