import { ADDRESS_SCHEMES, COUNTRIES } from "./code-list.ts";
import { type CheckedDocument, type FacturxRefusal, refuseDocument } from "./facturx-refusal.ts";
import type { CompanyBuyer, ElectronicAddress, IndividualBuyer, TradeAddress } from "./trade-party.ts";

const DIRECTORY = "0225";
const SIREN = /^\d{9}$/;
const SIRET = /^\d{14}$/;
const DIRECTORY_LINE = /^[A-Za-z0-9+\-_.]+$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/;
const ADDRESS_LIMIT = 125;

/** BR-06, BR-08, BR-FR-09, -10, -13, -23, -25, BR-CO-09: the seller is a cooperative one can reach. */
export function checkSeller(document: CheckedDocument): FacturxRefusal[] {
  const { seller } = document;
  const found: FacturxRefusal[] = [];
  if (seller.legalName.trim() === "") found.push(refuseDocument("facturx.seller.name", "seller.legalName"));
  if (!SIREN.test(seller.siren)) found.push(refuseDocument("facturx.seller.siren", "seller.siren"));
  if (seller.siret !== undefined && !isSiretOf(seller.siret, seller.siren)) {
    found.push(refuseDocument("facturx.seller.siret", "seller.siret"));
  }
  if (!hasCountryPrefix(seller.vatNumber)) {
    found.push(refuseDocument("facturx.seller.vatNumber", "seller.vatNumber"));
  }
  if (!isReachable(seller.electronicAddress)) {
    found.push(refuseDocument("facturx.seller.electronicAddress", "seller.electronicAddress"));
  }
  if (!isComplete(seller.address)) found.push(refuseDocument("facturx.seller.address", "seller.address"));
  return [...found, ...checkCountry("seller.address.country", seller.address)];
}

/** BR-07, BR-10, BR-FR-09, -11, -12, -21, -23, -25, BR-CO-09: the buyer, company or private person. */
export function checkBuyer(document: CheckedDocument): FacturxRefusal[] {
  const { buyer } = document;
  const name = buyer.kind === "company" ? buyer.legalName : buyer.name;
  const found: FacturxRefusal[] = [];
  if (name.trim() === "") found.push(refuseDocument("facturx.buyer.name", "buyer.name"));
  if (!isComplete(buyer.address)) found.push(refuseDocument("facturx.buyer.address", "buyer.address", { buyer: name }));
  found.push(...checkCountry("buyer.address.country", buyer.address));
  if (document.delivery?.address) {
    found.push(...checkCountry("delivery.address.country", document.delivery.address));
  }
  return [
    ...found,
    ...(buyer.kind === "individual" ? checkIndividual(buyer) : checkCompany(buyer, isDomesticBusiness(document))),
  ];
}

/** A sale between businesses established in France: it goes through the directory (note BAR = B2B). */
function isDomesticBusiness(document: CheckedDocument): boolean {
  return document.notes.some((note) => note.subject === "BAR" && note.content === "B2B");
}

function checkIndividual(buyer: IndividualBuyer): FacturxRefusal[] {
  const email = buyer.email?.trim() ?? "";
  if (email === "" || (EMAIL.test(email) && email.length <= ADDRESS_LIMIT)) return [];
  return [refuseDocument("facturx.buyer.email", "buyer.email", { buyer: buyer.name, email })];
}

function checkCompany(company: CompanyBuyer, domestic: boolean): FacturxRefusal[] {
  const found: FacturxRefusal[] = [];
  const buyer = company.legalName;
  const { siren, siret, vatNumber, electronicAddress } = company;
  const sirenRight = siren !== undefined && SIREN.test(siren);
  if (siren === undefined ? domestic : !sirenRight) {
    found.push(refuseDocument("facturx.buyer.siren", "buyer.siren", { buyer }));
  }
  if (siret !== undefined && !isSiretOf(siret, siren ?? "")) {
    found.push(refuseDocument("facturx.buyer.siret", "buyer.siret", { buyer }));
  }
  if (vatNumber !== undefined && !hasCountryPrefix(vatNumber)) {
    found.push(refuseDocument("facturx.buyer.vatNumber", "buyer.vatNumber", { buyer }));
  }
  if (!isReachable(electronicAddress)) {
    found.push(refuseDocument("facturx.buyer.electronicAddress", "buyer.electronicAddress", { buyer }));
  } else if (domestic && sirenRight && !isDirectoryLineOf(electronicAddress, siren)) {
    found.push(refuseDocument("facturx.buyer.directoryAddress", "buyer.electronicAddress", { buyer }));
  }
  return found;
}

function isSiretOf(siret: string, siren: string): boolean {
  return SIRET.test(siret) && siret.startsWith(siren) && SIREN.test(siren);
}

function hasCountryPrefix(vatNumber: string): boolean {
  const prefix = vatNumber.trim().slice(0, 2);
  return (COUNTRIES.has(prefix) || prefix === "EL") && vatNumber.trim().length > 2;
}

function isReachable(address: ElectronicAddress): boolean {
  const { scheme, value } = address;
  if (value.trim() === "" || value.length > ADDRESS_LIMIT || !ADDRESS_SCHEMES.has(scheme)) return false;
  return scheme !== DIRECTORY || DIRECTORY_LINE.test(value);
}

function isDirectoryLineOf(address: ElectronicAddress, siren: string): boolean {
  return address.scheme === DIRECTORY && address.value.startsWith(siren);
}

/** CGI ann. II art. 242 nonies A I 1°: an address one can write to, stricter than the country EN 16931 asks for. */
function isComplete(address: TradeAddress): boolean {
  const city = (address.city ?? "").trim();
  const postcode = (address.postcode ?? "").trim();
  return city !== "" && (postcode !== "" || address.country !== "FR");
}

function checkCountry(field: string, address: TradeAddress): FacturxRefusal[] {
  const { country } = address;
  return COUNTRIES.has(country) ? [] : [refuseDocument("facturx.country", field, { country })];
}
