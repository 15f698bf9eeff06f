/** A postal address (BG-5, BG-8, BG-15). */
export type TradeAddress = {
  /** BT-35, BT-50, BT-75 */
  readonly line1?: string;
  /** BT-36, BT-51, BT-76 */
  readonly line2?: string;
  /** BT-162, BT-163, BT-165 */
  readonly line3?: string;
  /** BT-38, BT-53, BT-78 */
  readonly postcode?: string;
  /** BT-37, BT-52, BT-77 */
  readonly city?: string;
  /** BT-40, BT-55, BT-80: ISO 3166-1 alpha-2, "FR" (also "RE", "GP"…: the hub accepts both for the overseas departments) */
  readonly country: string;
};

/**
 * An electronic address (BT-34, BT-49) and its scheme (list EAS): 0225 is the line of the French directory
 * (SIREN, SIREN_SIRET, SIREN_SUFFIX…), EM an e-mail address.
 */
export type ElectronicAddress = { readonly scheme: string; readonly value: string };

/** A contact (BG-6, BG-9). */
export type TradeContact = {
  /** BT-41, BT-56 */
  readonly name?: string;
  /** BT-42, BT-57 */
  readonly phone?: string;
  /** BT-43, BT-58 */
  readonly email?: string;
};

/** The seller (BG-4): always the cooperative; the activity is its trade name (CGI ann. II art. 242 nonies A I 1°). */
export type TradeSeller = {
  /** BT-27, the cooperative's legal name */
  readonly legalName: string;
  /** BT-28, the activity's trade name (enseigne) */
  readonly tradeName?: string;
  /** BT-29, scheme 0009: 14 digits starting with the SIREN */
  readonly siret?: string;
  /** BT-30, scheme 0002: 9 digits */
  readonly siren: string;
  /** BT-31: "FR12345678901" */
  readonly vatNumber: string;
  /** BT-34 */
  readonly electronicAddress: ElectronicAddress;
  readonly address: TradeAddress;
  /** BG-6: the entrepreneur */
  readonly contact?: TradeContact;
};

/** A buyer that is a company, an association or a public body (BG-7). */
export type CompanyBuyer = {
  readonly kind: "company";
  /** BT-44 */
  readonly legalName: string;
  /** BT-45 */
  readonly tradeName?: string;
  /** BT-46, scheme 0009 */
  readonly siret?: string;
  /** BT-47, scheme 0002; absent for a foreign company */
  readonly siren?: string;
  /** BT-48 */
  readonly vatNumber?: string;
  /** BT-49: scheme 0225 starting with the SIREN for a French company (BR-FR-21) */
  readonly electronicAddress: ElectronicAddress;
  readonly address: TradeAddress;
  readonly contact?: TradeContact;
};

/** A buyer that is a private person: no SIREN, no VAT number, no line in the directory. */
export type IndividualBuyer = {
  readonly kind: "individual";
  /** BT-44: first and last name */
  readonly name: string;
  /** BT-49 is this address in scheme EM; without one, {@link NO_ADDRESS} */
  readonly email?: string;
  readonly address: TradeAddress;
};

export type TradeBuyer = CompanyBuyer | IndividualBuyer;

/**
 * BT-49 of a private person without e-mail. BR-FR-12 demands an address and a consumer has none in the directory
 * (nothing is routed: the note BAR = B2C says so). `.invalid` is reserved by RFC 2606: no mail can ever reach a stranger.
 */
export const NO_ADDRESS: ElectronicAddress = { scheme: "EM", value: "sans-adresse@particulier.invalid" };

/** BT-49 whoever the buyer is. */
export function buyerElectronicAddress(buyer: TradeBuyer): ElectronicAddress {
  if (buyer.kind === "company") return buyer.electronicAddress;
  const email = buyer.email?.trim();
  return email ? { scheme: "EM", value: email } : NO_ADDRESS;
}
