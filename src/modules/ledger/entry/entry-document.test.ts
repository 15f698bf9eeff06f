import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { ActivityId, Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { type FileStore, openFileStore } from "#platform/files/file-store.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { JPEG, PDF_BYTES, PNG } from "#platform/testing/pictures.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { freshLedger, type TestLedger } from "../testing.ts";
import { addDocument } from "./add-document.command.ts";
import type { EntryId } from "./entry.ts";
import { documentsOf } from "./entry-document.store.ts";
import { checkDocument, readsDocuments } from "./entry-document.ts";
import { postManualEntry } from "./post-manual-entry.command.ts";
import { verifyLedger } from "./verify-ledger.command.ts";

const files: FileStore = openFileStore(mkdtempSync(join(tmpdir(), "essaim-documents-")));
let ledger: TestLedger;
let accountant: TestPerson;
let activityId: ActivityId;

beforeEach(async () => {
  ledger = await freshLedger();
  accountant = await ledger.tenant.person({ roles: ["accountant"] });
  activityId = await ledger.tenant.activity();
});

async function hold(who: TestPerson, bytes: Uint8Array, name: string, of = ledger): Promise<Id<"heldFile">> {
  const type = checkDocument(bytes);
  if (isRefusal(type)) throw new Error(type.code);
  const { database, clock } = of.tenant.host;
  const held = await holdBytes({ database, clock, files }, who.caller, "document", { bytes, type, name });
  if (held === null) throw new Error("too many");
  return held.id;
}

const line = (account: string, debit: string, credit: string) => ({ account, activityId, debit, credit });
const bill = (documents: readonly string[] = []) => ({
  journalCode: "AC",
  date: "2026-05-04",
  label: "Bois de charpente",
  pieceRef: "FA-778",
  lines: [line("606", "10000", "0"), line("401", "0", "10000")],
  documents,
});
const post = (who: TestPerson, input: unknown) => execute(ledger.tenant.host, who.caller, postManualEntry, input);
const add = (who: TestPerson, entryId: string, documents: readonly string[]) =>
  execute(ledger.tenant.host, who.caller, addDocument, { entryId, documents });
const posted = async (input: unknown): Promise<EntryId> => {
  const answer = await post(accountant, input);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.entryId;
};
const namesOf = async (entryId: EntryId) =>
  (await ledger.tenant.run((tx) => documentsOf(tx, ledger.tenant.organizationId, entryId))).map(({ name }) => name);

describe("Les pièces d'une écriture", () => {
  test("s'enregistrent avec elle, dans la même transaction", async () => {
    const documents = [
      await hold(accountant, PDF_BYTES, "facture scierie.pdf"),
      await hold(accountant, PNG, "bon.png"),
    ];
    const entryId = await posted(bill(documents));
    expect(await namesOf(entryId)).toEqual(["facture scierie.pdf", "bon.png"]);
    // A refused entry keeps none.
    expect(await post(accountant, { ...bill(documents), journalCode: "ZZ" })).toMatchObject({ refused: true });
    const { rows } = await ledger.tenant.run((tx) => sql`select 1 from ledger.entry_document`.execute(tx));
    expect(rows).toHaveLength(2);
  });

  test("le même fichier sous un autre nom garde le nom qu'on lui donne", async () => {
    const first = await posted(bill([await hold(accountant, PNG, "loyer de mai.png")]));
    const second = await posted(bill([await hold(accountant, PNG, "loyer de juin.png")]));
    expect([await namesOf(first), await namesOf(second)]).toEqual([["loyer de mai.png"], ["loyer de juin.png"]]);
  });

  test("s'ajoutent plus tard : un fait daté et tracé, l'écriture ne change pas", async () => {
    const entryId = await posted(bill());
    const before = await ledger.tenant.run((tx) => sql`select e::text from ledger.entry e`.execute(tx));
    ledger.tenant.setNow("2026-11-23T09:00:00.000Z");
    const photo = await hold(accountant, JPEG, "photo.jpeg");
    expect(await add(accountant, entryId, [photo])).toEqual({ entryId });
    expect(await add(accountant, entryId, [photo])).toMatchObject({ code: "entryDocument.already", field: "files" });
    expect(await namesOf(entryId)).toEqual(["photo.jpg"]);
    const after = await ledger.tenant.run((tx) => sql`select e::text from ledger.entry e`.execute(tx));
    expect(after.rows).toEqual(before.rows);
    const { rows } = await ledger.tenant.run((tx) =>
      sql`select action, subject_id from platform.audit where action = 'ledger.entry.addDocument'`.execute(tx),
    );
    expect(rows).toEqual([{ action: "ledger.entry.addDocument", subject_id: entryId }]);
    expect(await execute(ledger.tenant.host, accountant.caller, verifyLedger, {})).toMatchObject({ faults: [] });
  });

  test("ne se changent ni ne se retirent, même en base", async () => {
    await posted(bill([await hold(accountant, PNG, "bon.png")]));
    for (const change of [
      sql`update ledger.entry_document set name = 'autre.png'`,
      sql`delete from ledger.entry_document`,
    ]) {
      await expect(ledger.tenant.run((tx) => change.execute(tx))).rejects.toThrow(/permission denied|never edited/);
    }
  });

  test("ne s'ajoutent que par qui tient les livres, avec ses propres fichiers, sur une écriture de la coopérative", async () => {
    const entryId = await posted(bill());
    const owner = await ledger.tenant.person({ activities: [activityId] });
    const other = await freshLedger();
    const stranger = await other.tenant.person({ roles: ["accountant"] });
    const mine = await hold(accountant, PNG, "bon.png");
    expect(await add(owner, entryId, [mine])).toMatchObject({ kind: "forbidden", code: "entry.forbidden" });
    const theirs = await hold(stranger, PNG, "bon.png", other);
    for (const id of [theirs, await hold(owner, PNG, "bon.png"), ledger.tenant.newId()]) {
      expect(await add(accountant, entryId, [id])).toMatchObject({ code: "entryDocument.gone", field: "files" });
      expect(await post(accountant, bill([id]))).toMatchObject({ code: "entryDocument.gone" });
    }
    expect(
      await execute(other.tenant.host, stranger.caller, addDocument, { entryId, documents: [theirs] }),
    ).toMatchObject({
      code: "entry.notFound",
    });
    expect(await add(accountant, ledger.tenant.newId(), [mine])).toMatchObject({ code: "entry.notFound" });
    expect(await add(accountant, entryId, [])).toMatchObject({ fields: { documents: "entryDocument.none" } });
    expect(await add(accountant, entryId, Array(11).fill(mine))).toMatchObject({
      fields: { documents: "entryDocument.many" },
    });
    expect(await namesOf(entryId)).toEqual([]);
  });
});

describe("Quel fichier prouve une écriture, et qui le lit", () => {
  test("un PDF, un PNG ou un JPEG, de 10 Mo au plus", () => {
    expect([checkDocument(PDF_BYTES), checkDocument(PNG), checkDocument(JPEG)]).toEqual([
      "application/pdf",
      "image/png",
      "image/jpeg",
    ]);
    expect(checkDocument(new TextEncoder().encode("<html>"))).toMatchObject({ code: "entryDocument.kind" });
    const heavy = new Uint8Array(10 * 1024 * 1024 + 1);
    heavy.set(PDF_BYTES);
    expect(checkDocument(heavy)).toMatchObject({ code: "entryDocument.heavy", facts: { most: "10" } });
  });

  test("qui lit toute l'écriture lit ses pièces ; une paie de plusieurs ne se montre pas à chacun", () => {
    const [a, b] = ["a", "b"] as unknown as [ActivityId, ActivityId];
    const lines = (...of: (ActivityId | null)[]) => of.map((id) => ({ activityId: id }));
    expect(readsDocuments([a], lines(a, a))).toBe(true);
    expect(readsDocuments([a], lines(a, b))).toBe(false);
    expect(readsDocuments([a], lines(a, null))).toBe(false);
    expect(readsDocuments("activities", lines(a, b))).toBe(true);
    expect(readsDocuments("activities", lines(a, null))).toBe(false);
    expect(readsDocuments("all", lines(a, b, null))).toBe(true);
  });
});
