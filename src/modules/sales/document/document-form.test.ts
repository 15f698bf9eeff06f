import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnitPrice } from "#kernel/decimal.ts";
import { toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { contentOf } from "./document-content.ts";
import { type DocumentForm, formOf, readDocumentForm, withoutBlanks } from "./document-form.ts";
import {
  type CatalogueItem,
  edit,
  emptyForm,
  FIRST_DEFAULTS,
  isEditIntent,
  priceInMode,
  readEdit,
} from "./document-form-edit.ts";
import type { DocumentContent, DocumentLine } from "./line.ts";
import { computeTotals } from "./totals.ts";
import { UNITS } from "./unit.ts";
import { readVatKey, VAT_RATES, vatKey } from "./vat-key.ts";
import { VAT_TREATMENTS } from "./vat-treatment.ts";

function posted(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

const line = (index: number, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({
      kind: "item",
      name: "Pose",
      description: "",
      nature: "services",
      quantity: "1",
      unit: "HUR",
      unitPrice: "45",
      vat: "S2000",
      account: "706",
      ...values,
    }).map(([name, value]) => [`lines.${index}.${name}`, value]),
  );

describe("Ce qui est tapé devient un document", () => {
  it("lit les montants comme les gens les écrivent", () => {
    const form = readDocumentForm(
      posted({
        mode: "ht",
        ...line(0, { quantity: "3", unitPrice: "33,335 €" }),
        ...line(1, { quantity: "1h30", unitPrice: "1 234,5" }),
        ...line(2, { quantity: "2 x 12,5", unitPrice: "80" }),
      }),
    );
    const { content, errors } = contentOf(form, "fr");
    expect(errors).toEqual({});
    // money.md: 3 × 33,335 HT = 100,01.
    expect(computeTotals(content).lines.map((item) => item.amount)).toEqual([10001n, 185175n, 200000n]);
  });

  it("dit champ par champ ce qui ne se lit pas, et compte zéro en attendant", () => {
    const form = readDocumentForm(
      posted({
        ...line(0, { unitPrice: "douze" }),
        ...line(1, { quantity: "beaucoup", unitPrice: "-4" }),
        ...line(2, { unit: "coudée", vat: "S1900", unitPrice: "" }),
        ...line(3, { discount: "120 %" }),
        ...line(4, { discount: "46 €" }),
        ...line(5, { name: "x".repeat(201), account: "ventes" }),
        ...line(6, { quantity: "999999999", unitPrice: "999999999" }),
        "discounts.0.value": "-5 €",
        "discounts.0.label": "Fidélité",
      }),
    );
    const { content, errors } = contentOf(form, "fr");
    expect(errors).toEqual({
      "lines.0.unitPrice": "line.amount",
      "lines.1.quantity": "line.quantity",
      "lines.1.unitPrice": "line.priceNegative",
      "lines.2.unit": "line.unit",
      "lines.2.vat": "line.vatRate",
      "lines.2.unitPrice": "line.priceMissing",
      "lines.3.discount": "line.percent",
      "lines.4.discount": "line.discountTooLarge",
      "lines.5.name": "line.tooLong",
      "lines.5.account": "line.account",
      "lines.6.unitPrice": "line.tooLarge",
      "discounts.0.value": "line.negative",
    });
    expect(computeTotals(content).gross).toBe(16200n);
    expect(form.lines[0]).toMatchObject({ unitPrice: "douze" });
  });

  it("comprend une remise en % ou en €, le signe tapé l'emporte sur le choix", () => {
    const amounts = (discount: string, discountKind: string) => {
      const { content } = contentOf(
        readDocumentForm(posted(line(0, { unitPrice: "200", discount, discountKind }))),
        "fr",
      );
      return computeTotals(content).net;
    };
    expect(amounts("10", "rate")).toBe(18000n);
    expect(amounts("10", "amount")).toBe(19000n);
    expect(amounts("10 €", "rate")).toBe(19000n);
    expect(amounts("12,5 %", "amount")).toBe(17500n);
    expect(amounts("0", "rate")).toBe(20000n);
  });

  it("lit l'anglais avec ses propres marques", () => {
    const { content } = contentOf(readDocumentForm(posted(line(0, { quantity: "1,200", unitPrice: "1.5" }))), "en");
    expect(computeTotals(content).net).toBe(180000n);
  });

  it("oublie les lignes vides, garde l'ordre, ignore les noms inconnus", () => {
    const form = withoutBlanks(
      readDocumentForm(
        posted({
          ...line(7, { name: "Dernière" }),
          ...line(2, { name: " ", unitPrice: " " }),
          ...line(1, { name: "Première" }),
          "lines.4.kind": "group",
          "lines.4.title": "Salle de bains",
          "lines.5.kind": "text",
          "lines.5.text": "",
          "lines.99999.name": "trop loin",
          "lines.1.__proto__": "x",
          "discounts.0.value": "",
        }),
      ),
    );
    expect(form.lines.map((item) => (item.kind === "item" ? item.name : item.kind))).toEqual([
      "Première",
      "group",
      "Dernière",
    ]);
    expect(form.discounts).toEqual([]);
  });

  it("change le compte usuel avec la nature, jamais un compte choisi", () => {
    const account = (nature: string, given: string) =>
      readDocumentForm(posted(line(0, { nature, account: given }))).lines[0];
    expect(account("goods", "706")).toMatchObject({ account: "707" });
    expect(account("services", "707")).toMatchObject({ account: "706" });
    expect(account("goods", "7061")).toMatchObject({ account: "7061" });
  });
});

const itemArbitrary = fc
  .record({
    name: fc.string({ maxLength: 50 }).map((text) => text.trim()),
    quantity: fc.bigInt(-100_000_0000n, 100_000_0000n),
    unitPrice: fc.bigInt(0n, 9_999_999_999n),
    unit: fc.constantFrom(...Object.keys(UNITS)),
    vat: fc.constantFrom(...VAT_TREATMENTS.map((item) => item.vat), { category: "S", rate: 850, exemption: null }),
    nature: fc.constantFrom("goods", "services"),
    account: fc.constantFrom("704", "7061"),
    discount: fc.option(
      fc.record({ kind: fc.constant("rate"), rate: fc.integer({ min: 1, max: 10_000 }), label: fc.constant("Geste") }),
    ),
  })
  .map((item) => ({ kind: "item", description: "", ...item }) as unknown as DocumentLine);

const contentArbitrary: fc.Arbitrary<DocumentContent> = fc.record({
  mode: fc.constantFrom("ht", "ttc"),
  lines: fc.array(fc.oneof(itemArbitrary, fc.constant({ kind: "group", title: "Lot 1" } as DocumentLine)), {
    maxLength: 6,
  }),
  discounts: fc.array(
    fc.bigInt(1n, 100_000n).map((amount) => ({ kind: "amount" as const, amount: toCents(amount), label: "Remise" })),
    { maxLength: 2 },
  ),
});

/** Posts a form as a browser does. */
function post(form: DocumentForm): FormData {
  const data = posted({ mode: form.mode });
  form.lines.forEach((item, index) => {
    for (const [name, value] of Object.entries(item))
      if (name !== "key") data.append(`lines.${index}.${name}`, `${value}`);
  });
  form.discounts.forEach((item, index) => {
    for (const [name, value] of Object.entries(item))
      if (name !== "key") data.append(`discounts.${index}.${name}`, value as string);
  });
  return data;
}

describe("Aller et retour", () => {
  it("ce qui est enregistré, montré, renvoyé est inchangé, en français comme en anglais", () => {
    fc.assert(
      fc.property(contentArbitrary, fc.constantFrom("fr", "en"), (content, language) => {
        const reading = contentOf(readDocumentForm(post(formOf(content, language))), language);
        expect(reading.errors).toEqual({});
        expect(reading.content).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });

  it("un texte quelconque ne fait jamais tomber la lecture", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(line(0, {}))), fc.string()),
        fc.string(),
        (values, discount) => {
          const form = readDocumentForm(posted({ ...values, "discounts.0.value": discount }));
          computeTotals(contentOf(form, "fr").content);
        },
      ),
    );
  });

  it("chaque clé de TVA se relit, et rien d'autre", () => {
    for (const { vat } of VAT_TREATMENTS) expect(readVatKey(vatKey(vat))).toEqual(vat);
    for (const rate of VAT_RATES) {
      const vat = { category: "S" as const, rate: rate as Rate, exemption: null };
      expect(readVatKey(vatKey(vat))).toEqual(vat);
    }
    for (const key of ["", "S1900", "S:1900:", "S:2000:X", "E:0:", "E:2000:VATEX-EU-G", "L:0:X", "S:20"]) {
      expect(readVatKey(key)).toBeNull();
    }
  });
});

describe("Les boutons de l'éditeur", () => {
  const form = readDocumentForm(
    posted({ ...line(0, { name: "A" }), ...line(1, { name: "B" }), ...line(2, { name: "C" }) }),
  );
  const names = (after: DocumentForm) =>
    after.lines.map((item) => (item.kind === "item" ? item.name : item.kind)).join("");
  const press = (intent: string, values: Record<string, string> = {}, catalogue: CatalogueItem[] = []) => {
    const change = readEdit(intent, posted(values), catalogue);
    return change === null ? null : edit(form, change, FIRST_DEFAULTS, "fr");
  };
  const product: CatalogueItem = {
    id: "p1",
    name: "Heure de pose",
    description: "Sur place",
    nature: "services",
    unit: "HUR",
    unitPrice: 45_000_000n as UnitPrice,
    mode: "ht",
    vat: { category: "S", rate: 1000 as Rate, exemption: null },
    account: "704",
  };

  it("montent, descendent, suppriment, ajoutent", () => {
    expect(names(press("line.up.2") as DocumentForm)).toBe("ACB");
    expect(names(press("line.down.0") as DocumentForm)).toBe("BAC");
    expect(names(press("line.up.0") as DocumentForm)).toBe("ABC");
    expect(names(press("line.remove.1") as DocumentForm)).toBe("AC");
    expect(names(press("line.add.group") as DocumentForm)).toBe("ABCgroup");
    expect(press("discount.add")?.discounts).toHaveLength(1);
    expect(names(edit(form, { type: "add", kind: "text", after: 0 }, FIRST_DEFAULTS, "fr"))).toBe("AtextBC");
  });

  it("gardent une identité par ligne", () => {
    const after = edit(press("line.remove.0") as DocumentForm, { type: "add", kind: "item" }, FIRST_DEFAULTS, "fr");
    expect(new Set(after.lines.map((item) => item.key)).size).toBe(after.lines.length);
  });

  it("laissent toujours une ligne où écrire", () => {
    const one = emptyForm("ht", FIRST_DEFAULTS);
    expect(edit(one, { type: "remove", index: 0 }, FIRST_DEFAULTS, "fr").lines).toHaveLength(1);
  });

  it("reprennent un article du catalogue dans le mode du document, à la place d'une ligne vide", () => {
    const blank = emptyForm("ttc", FIRST_DEFAULTS);
    const after = edit(blank, { type: "product", product }, FIRST_DEFAULTS, "fr");
    expect(after.lines).toHaveLength(1);
    expect(after.lines[0]).toMatchObject({ name: "Heure de pose", unitPrice: "49,50", vat: "S1000", account: "704" });
    expect(names(press("catalogue.add", { product: "p1" }, [product]) as DocumentForm)).toBe("ABCHeure de pose");
    expect(press("catalogue.add", { product: "p2" }, [product])).toBeNull();
  });

  it("ne comprennent rien d'autre", () => {
    for (const intent of ["", "save", "line.up", "line.up.x", "line.add.table", "discount.up.0", "line.remove.item"]) {
      expect(press(intent)).toBeNull();
    }
    expect(isEditIntent("refresh")).toBe(true);
    expect(isEditIntent("save")).toBe(false);
  });

  it("donnent aux lignes vides les habitudes du client choisi", () => {
    const defaults = { vat: "S1000", unit: "DAY", nature: "services", account: "704" } as const;
    const after = edit(emptyForm("ht", FIRST_DEFAULTS), { type: "defaults" }, defaults, "fr");
    expect(after.lines[0]).toMatchObject({ vat: "S1000", unit: "DAY", account: "704" });
    expect(edit(form, { type: "defaults" }, defaults, "fr")).toEqual(form);
  });

  it("passent un prix du HT au TTC au millionième", () => {
    expect(priceInMode(100_000_000n as UnitPrice, 550 as Rate, "ht", "ttc")).toBe(105_500_000n);
    // 220 TTC à 20 % : 183,333333 HT.
    expect(priceInMode(220_000_000n as UnitPrice, 2000 as Rate, "ttc", "ht")).toBe(183_333_333n);
  });
});
