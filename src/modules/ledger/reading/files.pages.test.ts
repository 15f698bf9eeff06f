import { beforeEach, describe, expect, test } from "vitest";
import type { ActivityId } from "#kernel/id.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { freshBooks, type TestBooks } from "../books.fixture.ts";
import * as yearsFile from "../fiscal-year/fiscal-years-file.page.ts";
import { sale } from "../testing.ts";
import { tooLong } from "./file-limit.ts";
import { readGeneralLedger } from "./general-ledger.store.ts";
import * as ledgerFile from "./general-ledger-file.page.ts";
import * as journalsFile from "./journals-file.page.ts";

let books: TestBooks;
let accountant: TestPerson;
let entrepreneur: TestPerson;
let mine: ActivityId;
let other: ActivityId;

beforeEach(async () => {
  books = await freshBooks();
  const { tenant } = books.ledger;
  mine = await tenant.activity("Plomberie Roux");
  other = await tenant.activity("Les jardins");
  accountant = await tenant.person({ roles: ["accountant"] });
  entrepreneur = await tenant.person({ activities: [mine] });
  await books.ledger.post(sale(mine, { label: "Facture de Roux", pieceRef: "R-1" }));
  await books.ledger.post(sale(other, { label: "Facture des jardins", pieceRef: "J-1" }, "C2"));
});

const lines = async (half: (args: never) => unknown, who: TestPerson, search = "?format=csv") => {
  const { body } = await books.visit(half, who, { path: `/x${search}` });
  return String(body).replace("\ufeff", "").trim().split("\r\n");
};

describe("Les fichiers des livres", () => {
  test("le grand livre : chaque ligne avec son compte, son journal, son activité et le solde courant", async () => {
    const [headings, ...rows] = await lines(ledgerFile.loader, accountant, "?format=csv&compte=411");
    expect(headings).toBe("Compte;Intitulé;Date;Journal;N°;Pièce;Libellé;Tiers;Lettre;Activité;Débit;Crédit;Solde");
    expect(rows).toEqual([
      "411;Clients;15/03/2026;VE;1;R-1;Facture;Martin;;Plomberie Roux;120,00;;120,00",
      "411;Clients;15/03/2026;VE;2;J-1;Facture;Martin;;Les jardins;120,00;;240,00",
    ]);
    const later = await lines(ledgerFile.loader, accountant, "?format=csv&compte=411&du=01/04/2026");
    expect(later).toHaveLength(1);
  });

  test("les écritures du journal, les dernières d'abord", async () => {
    const [headings, ...rows] = await lines(journalsFile.loader, accountant);
    expect(headings).toBe("Journal;N°;Date;Pièce;Libellé;Montant");
    expect(rows).toEqual([
      "VE;2;15/03/2026;J-1;Facture des jardins;120,00",
      "VE;1;15/03/2026;R-1;Facture de Roux;120,00",
    ]);
    expect(await lines(journalsFile.loader, accountant, "?journal=BQ")).toHaveLength(1);
  });

  test("un entrepreneur n'y trouve que son activité ; celle d'un autre n'existe pas pour lui", async () => {
    for (const half of [ledgerFile.loader, journalsFile.loader]) {
      const text = (await lines(half, entrepreneur)).join("\n");
      expect(text).toContain("R-1");
      expect(text).not.toContain("J-1");
      expect((await books.visit(half, entrepreneur, { path: `/x?activite=${other}` })).status).toBe(404);
      expect((await books.visit(half, entrepreneur, { path: "/x?activite=commun" })).status).toBe(404);
    }
  });

  test("les exercices et leurs périodes, pour qui tient la comptabilité", async () => {
    const [headings, first, ...rest] = await lines(yearsFile.loader, accountant);
    expect([headings, first]).toEqual(["Exercice;Du;Au;État", "2026;01/01/2026;31/01/2026;Ouverte"]);
    expect(rest).toHaveLength(11);
    expect((await books.visit(yearsFile.loader, entrepreneur)).status).toBe(403);
  });

  test("un classeur s'ouvre ; une liste trop longue est refusée entière, jamais coupée", async () => {
    const { status, body } = await books.visit(ledgerFile.loader, accountant, { path: "/x?format=xlsx" });
    expect([status, String(body).startsWith("PK")]).toEqual([200, true]);
    expect(tooLong("xlsx").facts.max).toEqual({ count: 50_000 });
    const cut = await books.ledger.tenant.run((tx) =>
      readGeneralLedger(
        {
          app: books.app,
          tx,
          actor: { grants: [{ role: "accountant", reach: "all" }], own: new Map() },
          organizationId: books.ledger.tenant.organizationId,
          slug: books.slug,
          today: "2026-11-22",
        } as never,
        "http://x/",
        5,
      ),
    );
    expect(cut).toMatchObject({ cut: true });
  });
});
