import type { TradeDelivery } from "./trade-document.ts";
import type { TradeBuyer, TradeSeller } from "./trade-party.ts";
import { buyerElectronicAddress, type ElectronicAddress, type TradeAddress, type TradeContact } from "./trade-party.ts";
import { attribute, element, text } from "./xml-text.ts";

const SIREN_SCHEME = ' schemeID="0002"';
const SIRET_SCHEME = ' schemeID="0009"';
const VAT_SCHEME = ' schemeID="VA"';

/** The seller party (BG-4); without its VAT number beside category O. */
export function writeSeller(seller: TradeSeller, withVatNumber: boolean): string {
  return element(
    "ram:SellerTradeParty",
    text("ram:GlobalID", seller.siret, SIRET_SCHEME),
    text("ram:Name", seller.legalName),
    element(
      "ram:SpecifiedLegalOrganization",
      text("ram:ID", seller.siren, SIREN_SCHEME),
      text("ram:TradingBusinessName", seller.tradeName),
    ),
    writeContact(seller.contact),
    writeAddress(seller.address),
    writeElectronicAddress(seller.electronicAddress),
    withVatNumber ? writeVatNumber(seller.vatNumber) : "",
  );
}

/** The buyer party (BG-7); without its VAT number beside category O. */
export function writeBuyer(buyer: TradeBuyer, withVatNumber: boolean): string {
  const address = writeElectronicAddress(buyerElectronicAddress(buyer));
  if (buyer.kind === "individual") {
    return element("ram:BuyerTradeParty", text("ram:Name", buyer.name), writeAddress(buyer.address), address);
  }
  return element(
    "ram:BuyerTradeParty",
    text("ram:GlobalID", buyer.siret, SIRET_SCHEME),
    text("ram:Name", buyer.legalName),
    element(
      "ram:SpecifiedLegalOrganization",
      text("ram:ID", buyer.siren, SIREN_SCHEME),
      text("ram:TradingBusinessName", buyer.tradeName),
    ),
    writeContact(buyer.contact),
    writeAddress(buyer.address),
    address,
    withVatNumber ? writeVatNumber(buyer.vatNumber) : "",
  );
}

/** The place of delivery (BG-13, BG-15), when there is one. */
export function writeDeliverTo(delivery: TradeDelivery | undefined): string {
  if (delivery === undefined) return "";
  return element(
    "ram:ShipToTradeParty",
    text("ram:Name", delivery.name),
    delivery.address === undefined ? "" : writeAddress(delivery.address),
  );
}

function writeContact(contact: TradeContact | undefined): string {
  if (contact === undefined) return "";
  return element(
    "ram:DefinedTradeContact",
    text("ram:PersonName", contact.name),
    element("ram:TelephoneUniversalCommunication", text("ram:CompleteNumber", contact.phone)),
    element("ram:EmailURIUniversalCommunication", text("ram:URIID", contact.email)),
  );
}

function writeAddress(address: TradeAddress): string {
  return element(
    "ram:PostalTradeAddress",
    text("ram:PostcodeCode", address.postcode),
    text("ram:LineOne", address.line1),
    text("ram:LineTwo", address.line2),
    text("ram:LineThree", address.line3),
    text("ram:CityName", address.city),
    text("ram:CountryID", address.country),
  );
}

function writeElectronicAddress(address: ElectronicAddress): string {
  return element(
    "ram:URIUniversalCommunication",
    text("ram:URIID", address.value, attribute("schemeID", address.scheme)),
  );
}

function writeVatNumber(number: string | undefined): string {
  return element("ram:SpecifiedTaxRegistration", text("ram:ID", number?.replace(/\s/g, ""), VAT_SCHEME));
}
