import { createHash } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { freshTenant } from "#testing/tenant.ts";
import { draft, freshLedger, line, sale, type TestLedger } from "../testing.ts";
import { findEntry, reverse } from "./entry.store.ts";
import { postEntry } from "./post-entry.store.ts";
import { isBroken, type SealedEntry, verify } from "./seal.ts";
import { verifyLedger } from "./verify.store.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function sealedEntries(ledger: TestLedger): Promise<SealedEntry[]> {
  return ledger.tenant.run(async (tx) => {
    const { rows } = await sql<{ id: SealedEntry["id"]; position: bigint; hash: string }>`
      select id, position, encode(hash, 'hex') as hash from ledger.entry order by position`.execute(tx);
    const entries: SealedEntry[] = [];
    for (const { id, position, hash } of rows) {
      const entry = await findEntry(tx, ledger.tenant.organizationId, id);
      if (entry) entries.push({ ...entry, organizationId: ledger.tenant.organizationId, position, hash });
    }
    return entries;
  });
}

/** Changes rows behind the application's back, triggers off: what a thief with the database's keys would do. */
async function tamper(ledger: TestLedger, statement: string): Promise<void> {
  const client = new pg.Client(ledger.tenant.database.admin);
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    const done = await client.query(statement, [ledger.tenant.organizationId]);
    if (done.rowCount !== 1) throw new Error(`${done.rowCount} rows`);
  } finally {
    await client.end();
  }
}

describe("passer une écriture", () => {
  test("donne les numéros 1, 2, 3 et garde ce qui a été dit", async () => {
    const ledger = await freshLedger();
    const activity = await ledger.tenant.activity();
    const drafts = [
      sale(activity),
      sale(null, { label: "Vente des services mutualisés" }),
      draft([
        line("606", activity, 500, { label: "bois chêne é €\\ /", dueDate: toDay("2026-04-01") }),
        line("401", activity, -500, { auxiliary: { code: "F1", label: "Scierie & Fils" } }),
      ]),
    ];
    const posted = [];
    for (const item of drafts) posted.push(await ledger.post(item));
    expect(posted.map((item) => item.number)).toEqual([1n, 2n, 3n]);
    for (const [index, item] of posted.entries()) {
      const found = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, item.entryId));
      expect(found).toMatchObject({ ...drafts[index], number: item.number, postedOn: "2026-11-22" });
    }
  });

  test("le sceau fait par la base est celui que le programme recalcule", async () => {
    const ledger = await freshLedger();
    const activity = await ledger.tenant.activity();
    await ledger.post(sale(activity, { label: 'Étoffe "d\'or" \\ 5 € \u2028 ⚙ 😀 <>&' }));
    await ledger.post(
      draft([line("606", null, 5, { label: "a/b" }), line("401", null, -5, { dueDate: toDay("2026-05-01") })]),
    );
    await ledger.post(sale(null));
    const entries = await sealedEntries(ledger);
    expect(entries).toHaveLength(3);
    const end = verify(entries, sha256);
    expect(isBroken(end)).toBe(false);
    const verdict = await ledger.tenant.run((tx) => verifyLedger(tx, ledger.tenant.organizationId));
    expect(verdict).toEqual({ entries: 3n, faults: [] });
  });

  test("guillemets et barres deviennent ce qu'un FEC peut porter", async () => {
    const ledger = await freshLedger();
    const { entryId } = await ledger.post(sale(null, { label: '"Noël" | bois', pieceRef: 'F"1' }));
    const found = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, entryId));
    expect([found?.label, found?.pieceRef]).toEqual(["'Noël' / bois", "F'1"]);
  });

  test("un caractère de contrôle ou un texte trop long n'entre pas dans les livres", async () => {
    const ledger = await freshLedger();
    const { entryId } = await ledger.post(sale(null, { label: `a\u0000\tb\r\n${"x".repeat(300)}` }));
    const found = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, entryId));
    expect(found?.label).toBe(`a b ${"x".repeat(196)}`);
  });

  const refusals: [string, ReturnType<typeof draft>, string][] = [
    ["déséquilibrée", draft([line("411", null, 5), line("706", null, -6)]), "entry.unbalanced"],
    ["au compte inconnu", draft([line("411", null, 5), line("7069", null, -5)]), "entry.accountUnknown"],
    ["au compte de titre", draft([line("41", null, 5), line("706", null, -5)]), "entry.accountHeading"],
    ["au journal inconnu", sale(null, { journalCode: "ZZ" }), "entry.journalUnknown"],
    ["hors exercice", sale(null, { date: toDay("2025-12-31") }), "entry.noFiscalYear"],
  ];
  test.each(refusals)("%s est refusée, et ne laisse rien", async (_, bad, code) => {
    const ledger = await freshLedger();
    const refusal = await ledger.act((context) => postEntry(context, bad));
    expect(refusal).toMatchObject({ refused: true, code });
    expect((await ledger.post(sale(null))).number).toBe(1n);
    const { rows } = await ledger.tenant.run((tx) => sql`select 1 from ledger.entry`.execute(tx));
    expect(rows).toHaveLength(1);
  });

  test("sur un compte bloqué, dans une période verrouillée ou close, est refusée", async () => {
    const ledger = await freshLedger();
    await ledger.tenant.run((tx) => sql`update ledger.account set status = 'blocked' where number = '706'`.execute(tx));
    expect(await ledger.act((context) => postEntry(context, sale(null)))).toMatchObject({
      code: "entry.accountBlocked",
      facts: { account: "706" },
      field: "lines.1.account",
    });
    for (const [status, code] of [
      ["locked", "entry.periodLocked"],
      ["closed", "entry.periodClosed"],
    ]) {
      await ledger.tenant.run((tx) => sql`update ledger.period set status = ${status} where number = 5`.execute(tx));
      const refusal = await ledger.act((context) => postEntry(context, sale(null, { date: toDay("2026-05-31") })));
      expect(refusal).toMatchObject({ code, facts: { date: { day: "2026-05-31" } } });
    }
  });

  test("sur l'activité d'une autre coopérative, ou qui n'existe pas, est refusée", async () => {
    const ledger = await freshLedger();
    const elsewhere = await (await freshTenant()).activity();
    for (const activity of [elsewhere, ledger.tenant.newId<"activity">() as typeof elsewhere]) {
      expect(await ledger.act((context) => postEntry(context, sale(activity)))).toMatchObject({
        kind: "missing",
        code: "entry.activityUnknown",
      });
    }
    const own = await ledger.tenant.activity();
    expect(await ledger.act((context) => postEntry(context, sale(own)))).toMatchObject({
      number: 1n,
    });
  });

  test("à blanc ne prend pas de numéro et ne laisse rien, mais dit les mêmes refus", async () => {
    const ledger = await freshLedger();
    const dry = (item: ReturnType<typeof draft>) =>
      ledger.act(async (context) => {
        const answer = await postEntry({ ...context, dryRun: true }, item);
        return isRefusal(answer) ? answer : { refused: true, kind: "conflict", code: "rolledBack", facts: {}, answer };
      });
    expect(await dry(sale(null))).toMatchObject({ code: "rolledBack", answer: { number: 0n } });
    expect(await dry(draft([line("411", null, 5), line("7069", null, -5)]))).toMatchObject({
      code: "entry.accountUnknown",
    });
    expect((await ledger.post(sale(null))).number).toBe(1n);
  });

  test("seize clients à la fois : aucun numéro ne manque ni ne double, la chaîne tient", async () => {
    const ledger = await freshLedger();
    const activities = [await ledger.tenant.activity("A"), await ledger.tenant.activity("B"), null];
    const numbers = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        // One in eight changes its mind after posting: its number must not be lost.
        if (index % 8 === 7) {
          await ledger.act(async (context) => {
            await postEntry(context, sale(null));
            return { refused: true, kind: "conflict", code: "changedMind", facts: {} };
          });
          return null;
        }
        return (await ledger.post(sale(activities[index % 3] ?? null))).number;
      }),
    );
    const given = numbers.filter((number) => number !== null).sort((a, b) => Number(a - b));
    expect(given).toEqual(Array.from({ length: 56 }, (_, index) => BigInt(index + 1)));
    expect(await ledger.tenant.run((tx) => verifyLedger(tx, ledger.tenant.organizationId))).toEqual({
      entries: 56n,
      faults: [],
    });
  });

  test("la date de validation ne recule jamais", async () => {
    const ledger = await freshLedger({ now: "2026-11-22T10:00:00.000Z" });
    await ledger.post(sale(null));
    ledger.tenant.setNow("2026-11-20T10:00:00.000Z");
    const { entryId } = await ledger.post(sale(null));
    const found = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, entryId));
    expect(found?.postedOn).toBe("2026-11-22");
  });
});

describe("annuler une écriture", () => {
  const how = { date: toDay("2026-04-02"), label: "Annulation", pieceRef: "AN-1", pieceDate: toDay("2026-04-02") };

  test("en passe l'inverse, une seule fois", async () => {
    const ledger = await freshLedger();
    const { entryId } = await ledger.post(sale(null));
    const reversal = await ledger.act((context) => reverse(context, entryId, how));
    expect(reversal).toMatchObject({ number: 2n });
    expect(await ledger.act((context) => reverse(context, entryId, how))).toMatchObject({
      code: "entry.alreadyReversed",
      facts: { number: "2" },
    });
    const { rows } = await ledger.tenant.run((tx) =>
      sql`select account from ledger.entry_line group by account having sum(debit - credit) <> 0`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  test("deux fois au même instant : l'une des deux est refusée", async () => {
    const ledger = await freshLedger();
    const { entryId } = await ledger.post(sale(null));
    const answers = await Promise.all([0, 1].map(() => ledger.act((context) => reverse(context, entryId, how))));
    expect(answers.filter(isRefusal)).toHaveLength(1);
  });

  test("d'une autre coopérative est impossible : elle n'existe pas", async () => {
    const [ledger, other] = [await freshLedger(), await freshLedger()];
    const { entryId } = await ledger.post(sale(null));
    expect(await other.act((context) => reverse(context, entryId, how))).toMatchObject({ code: "entry.notFound" });
  });
});

describe("la vérification nomme le premier maillon qui ne tient pas", () => {
  const thefts: [string, string, { number: bigint | null; reason: string }][] = [
    [
      "un montant changé",
      "update ledger.entry_line l set debit = debit + 1 from ledger.entry e where e.id = l.entry_id and e.organization_id = $1 and e.number = 2 and l.line_number = 1",
      { number: 2n, reason: "seal" },
    ],
    [
      "une activité changée",
      "update ledger.entry_line l set activity_id = null from ledger.entry e where e.id = l.entry_id and e.organization_id = $1 and e.number = 3 and l.line_number = 1",
      { number: 3n, reason: "seal" },
    ],
    [
      "un libellé changé",
      "update ledger.entry set label = 'x' where organization_id = $1 and number = 1",
      { number: 1n, reason: "seal" },
    ],
    [
      "une écriture ôtée au milieu",
      "delete from ledger.entry where organization_id = $1 and number = 2",
      { number: 3n, reason: "rank" },
    ],
    [
      "la dernière écriture ôtée",
      "delete from ledger.entry where organization_id = $1 and number = 4",
      { number: null, reason: "end" },
    ],
    [
      "la dernière ôtée et la fin de chaîne récrite sans son sceau",
      "with gone as (delete from ledger.entry where organization_id = $1 and number = 4) update ledger.chain set last_number = 3, last_position = 3 where organization_id = $1",
      { number: null, reason: "end" },
    ],
  ];
  test.each(thefts)("%s", async (_, statement, fault) => {
    const ledger = await freshLedger();
    const activity = await ledger.tenant.activity();
    for (let index = 0; index < 4; index += 1) await ledger.post(sale(activity));
    await tamper(ledger, statement);
    const verdict = await ledger.tenant.run((tx) => verifyLedger(tx, ledger.tenant.organizationId));
    expect(verdict.faults).toEqual([{ fiscalYear: "2026", ...fault }]);
  });
});

describe("la base garde ce que le programme promet", () => {
  async function refused(ledger: TestLedger, statement: string): Promise<string> {
    return ledger.tenant
      .run((tx) => sql.raw(statement).execute(tx))
      .then(
        () => "accepted",
        (error: { code?: string }) => error.code ?? String(error),
      );
  }

  test("rien de ce qui est passé ne change ni ne s'efface", async () => {
    const ledger = await freshLedger();
    const { entryId } = await ledger.post(sale(null));
    const past = [
      `update ledger.entry set label = 'x' where id = '${entryId}'`,
      `update ledger.entry set posted = false where id = '${entryId}'`,
      `delete from ledger.entry where id = '${entryId}'`,
      `update ledger.entry_line set debit = 1 where entry_id = '${entryId}' and line_number = 1`,
      `delete from ledger.entry_line where entry_id = '${entryId}'`,
      `insert into ledger.entry_line (organization_id, entry_id, line_number, account, label, debit, credit)
         values ('${ledger.tenant.organizationId}', '${entryId}', 9, '411', 'x', 1, 0)`,
      "truncate ledger.entry cascade",
      "truncate ledger.entry_line cascade",
      "update ledger.chain set last_number = 0",
    ];
    for (const statement of past)
      expect([statement, await refused(ledger, statement)]).toEqual([
        statement,
        expect.stringMatching(/^(23001|42501)$/),
      ]);
  });

  test("une écriture déséquilibrée, écrite à la main, ne passe pas", async () => {
    const ledger = await freshLedger();
    const activity = await ledger.tenant.activity();
    const organization = ledger.tenant.organizationId;
    const byHand = async (values: string[]) => {
      const id = ledger.tenant.newId();
      return refused(
        ledger,
        `insert into ledger.entry (organization_id, id, fiscal_year_id, journal_code, entry_date, label, piece_ref, piece_date, source_kind, source_id, created_at)
           values ('${organization}', '${id}', '${ledger.year.id}', 'OD', '2026-02-01', 'x', 'x', '2026-02-01', 'ledger.manual', 'x', now());
         ${values.map((value, index) => `insert into ledger.entry_line (organization_id, entry_id, line_number, activity_id, account, label, debit, credit) values ('${organization}', '${id}', ${index + 1}, ${value});`).join("\n")}
         update ledger.entry set posted = true, posted_on = '2026-02-01' where id = '${id}'`,
      );
    };
    expect(await byHand(["null, '411', 'x', 5, 0", "null, '706', 'x', 0, 6"])).toBe("LE001");
    expect(await byHand([`'${activity}', '411', 'x', 5, 0`, "null, '706', 'x', 0, 5"])).toBe("LE002");
    expect(await byHand(["null, '411', 'x', 5, 0", "null, '41', 'x', 0, 5"])).toBe("LE003");
    expect(await byHand(["null, '411', 'x', 5, 0"])).toBe("LE007");
    const elsewhere = await (await freshTenant()).activity();
    const foreign = `'${elsewhere}', '411', 'x', 5, 0`;
    expect(await byHand([foreign, `'${elsewhere}', '706', 'x', 0, 5`])).toBe("LE009");
    expect(await byHand(["null, '411', 'x', 5, 5", "null, '706', 'x', 5, 5"])).toBe("23514");
    const balanced = ["null, '411', 'x', 5, 0", "null, '706', 'x', 0, 5"];
    expect(await byHand(balanced)).toBe("accepted");
    for (const [status, code] of [
      ["locked", "LE004"],
      ["closed", "LE005"],
    ] as const) {
      await ledger.tenant.run((tx) => sql`update ledger.period set status = ${status} where number = 2`.execute(tx));
      expect(await byHand(balanced)).toBe(code);
    }
  });

  test("le propriétaire de la base lui-même ne change pas une ligne sans ôter les gardes", async () => {
    const ledger = await freshLedger();
    const { entryId } = await ledger.post(sale(null));
    const client = new pg.Client(ledger.tenant.database.admin);
    await client.connect();
    try {
      for (const statement of [
        "update ledger.entry_line set label = 'x' where entry_id = $1",
        "delete from ledger.entry_line where entry_id = $1",
        "update ledger.entry set label = 'x' where id = $1",
        "delete from ledger.entry where id = $1",
      ]) {
        await expect(client.query(statement, [entryId])).rejects.toMatchObject({ code: "23001" });
      }
    } finally {
      await client.end();
    }
  });

  test("une écriture ne naît pas déjà passée", async () => {
    const ledger = await freshLedger();
    const statement = `insert into ledger.entry (organization_id, id, fiscal_year_id, journal_code, entry_date, label, piece_ref, piece_date, source_kind, source_id, created_at, posted, number, position, posted_on, hash)
      values ('${ledger.tenant.organizationId}', '${ledger.tenant.newId()}', '${ledger.year.id}', 'OD', '2026-02-01', 'x', 'x', '2026-02-01', 'ledger.manual', 'x', now(), true, 1, 1, '2026-02-01', '\\x00')`;
    expect(await refused(ledger, statement)).toBe("23001");
  });

  test("une autre coopérative ne voit rien, et n'écrit pas chez nous", async () => {
    const ledger = await freshLedger();
    await ledger.post(sale(null));
    const other = await freshTenant();
    for (const table of ["account", "journal", "fiscal_year", "period", "chain", "entry", "entry_line"]) {
      const { rows } = await other.run((tx) => sql.raw(`select 1 from ledger.${table}`).execute(tx));
      expect([table, rows.length]).toEqual([table, 0]);
    }
    await expect(
      other.run((tx) =>
        sql`insert into ledger.journal values (${ledger.tenant.organizationId}, 'XX', 'x')`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
