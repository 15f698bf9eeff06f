import type { Offer, Purchase, VatTreatmentKey } from "./trade.ts";

/** A line that a trade offers; goods are known by their account. */
export const offer = (
  name: string,
  unit: Offer["unit"],
  vat: VatTreatmentKey,
  account: Offer["account"],
  price: Offer["price"],
  quantity: Offer["quantity"],
): Offer => ({ name, unit, nature: account === "707" ? "goods" : "services", vat, account, price, quantity });

export const fuel: Purchase = {
  supplier: "Station des Abers",
  label: "Carburant",
  account: "6061",
  vat: 0,
  amount: [4_200, 9_800],
  chance: 70,
};
export const phone: Purchase = {
  supplier: "Télécom Armor",
  label: "Téléphone et internet",
  account: "626",
  vat: 2000,
  amount: [1_990, 3_490],
  chance: 60,
};
export const travel: Purchase = {
  supplier: "Rail Ouest",
  label: "Déplacement",
  account: "6251",
  vat: 0,
  amount: [1_800, 12_400],
  chance: 40,
};
