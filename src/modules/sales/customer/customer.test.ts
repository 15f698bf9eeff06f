import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK_CUSTOMER, type CustomerText, customerText } from "./customer.ts";
import { readSiren, readSiret, readVatNumber } from "./identity-number.ts";
import { guessCustomer, readCustomer } from "./read-customer.ts";

const company = (values: Partial<CustomerText>): CustomerText => ({
  ...BLANK_CUSTOMER,
  name: "Crèche Les Lutins",
  siren: "732829320",
  ...values,
});
const errorsOf = (values: Partial<CustomerText>) => {
  const reading = readCustomer(company(values));
  return "errors" in reading ? reading.errors : {};
};

describe("Les numéros d'entreprise", () => {
  it("SIREN et SIRET : exemples publics de l'INSEE, espaces et points compris", () => {
    expect(readSiren("732 829 320")).toBe("732829320");
    expect(readSiret("732.829.320 00074")).toBe("73282932000074");
    expect(readSiren("732829321")).toBeNull();
    expect(readSiret("73282932000075")).toBeNull();
    expect(readSiret("732829320")).toBeNull();
    expect(readSiren("73282932O")).toBeNull();
  });

  it("La Poste : son siège suit la règle de tous, ses bureaux la leur (somme multiple de 5)", () => {
    expect(readSiret("35600000000048")).toBe("35600000000048");
    expect(readSiret("356 000 000 49837")).toBe("35600000049837");
    expect(readSiret("35600000049838")).toBeNull();
  });

  it("n° de TVA : France, Belgique, Allemagne, Grèce, hors Union", () => {
    expect(readVatNumber("FR 44 732 829 320", "FR")).toBe("FR44732829320");
    expect(readVatNumber("44732829320", "FR")).toBe("FR44732829320");
    expect(readVatNumber("FR45732829320", "FR")).toBeNull();
    expect(readVatNumber("BE 0428.759.497", "BE")).toBe("BE0428759497");
    expect(readVatNumber("DE136695976", "DE")).toBe("DE136695976");
    expect(readVatNumber("DE136695978", "DE")).toBeNull();
    expect(readVatNumber("EL094259216", "GR")).toBe("EL094259216");
    expect(readVatNumber("CHE-123.456.788", "CH")).toBe("CHE123456788");
    expect(readVatNumber("x", "CH")).toBeNull();
  });
});

describe("Une fiche client", () => {
  it("garde des numéros sans espaces, et lit le SIREN dans le SIRET", () => {
    expect(readCustomer(company({ siren: "", siret: "732 829 320 00074" }))).toMatchObject({
      customer: { siren: "732829320", siret: "73282932000074", country: "FR", paymentDays: null },
    });
    expect(readCustomer(company({ siren: "", siret: "732 829 320" }))).toMatchObject({
      customer: { siren: "732829320", siret: null },
    });
  });

  it("demande le SIREN d'une entreprise française, pas d'une étrangère ni d'un particulier", () => {
    expect(errorsOf({ siren: "" })).toEqual({ siret: "customer.sirenMissing" });
    expect(errorsOf({ siren: "", country: "BE", vatNumber: "BE0428759497" })).toEqual({});
    expect(readCustomer(company({ kind: "individual", siren: "pas un numéro" }))).toMatchObject({
      customer: { kind: "individual", siren: null },
    });
  });

  it("dit champ par champ ce qui ne va pas", () => {
    expect(
      errorsOf({
        name: " ",
        siren: "123456789",
        siret: "12345678901234",
        vatNumber: "FR00000000000",
        email: "lutins@creche",
        postalCode: "75",
        paymentDays: "90",
        electronicAddress: "ACHATS",
        phone: "0".repeat(41),
      }),
    ).toEqual({
      name: "customer.companyName",
      siren: "customer.siren",
      siret: "customer.siret",
      vatNumber: "customer.vatNumber",
      email: "customer.email",
      street: "customer.street",
      city: "customer.city",
      postalCode: "customer.postalCode",
      paymentDays: "customer.paymentDays",
      electronicAddress: "customer.electronicAddress",
      phone: "customer.tooLong",
    });
    expect(errorsOf({ siret: "35600000000048" })).toEqual({ siret: "customer.siretOfOther" });
    expect(errorsOf({ vatNumber: "FR39356000000" })).toEqual({ vatNumber: "customer.vatOfOther" });
    expect(errorsOf({ street: "1 rue Haute", city: "Brest", postalCode: "2920" })).toEqual({
      postalCode: "customer.postalCode",
    });
    // Two letters are not enough: an invoice to a country that does not exist is refused by the platforms (BR-CL-14).
    for (const country of ["France", "XX", "UK", "EL"]) {
      expect(errorsOf({ country, kind: "individual" })).toEqual({ country: "customer.country" });
    }
    expect(errorsOf({ referredBy: "Jean", kind: "individual" })).toEqual({ referredBy: "customer.referredBy" });
    expect(errorsOf({ electronicAddress: "732829320_ACHATS", paymentDays: "60" })).toEqual({});
  });

  it("se relit telle qu'elle est montrée", () => {
    const reading = readCustomer(
      company({ siret: "73282932000074", paymentDays: "45", email: "a@b.fr", referredBy: "activity" }),
    );
    if (!("customer" in reading)) throw new Error("refused");
    expect(readCustomer(customerText(reading.customer))).toEqual(reading);
  });

  it("un texte quelconque ne fait jamais tomber la lecture", () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(Object.keys(BLANK_CUSTOMER).map((key) => [key, fc.string()]))),
        (text) => {
          readCustomer(text as CustomerText);
          guessCustomer(text.name ?? "");
        },
      ),
    );
  });
});

describe("Une seule boîte : nom, SIRET ou n° TVA", () => {
  it("remplit le bon champ", () => {
    expect(guessCustomer("732 829 320 00074")).toEqual({ siret: "73282932000074", siren: "732829320" });
    expect(guessCustomer("732829320")).toEqual({ siren: "732829320" });
    expect(guessCustomer("fr44732829320")).toEqual({ vatNumber: "FR44732829320", siren: "732829320" });
    expect(guessCustomer("BE0428759497")).toEqual({ vatNumber: "BE0428759497", country: "BE" });
    expect(guessCustomer(" Les Lutins 2 ")).toEqual({ name: "Les Lutins 2" });
    expect(guessCustomer("732829321")).toEqual({ name: "732829321" });
    expect(guessCustomer("Beta 3000")).toEqual({ name: "Beta 3000" });
  });
});
