import type { Translation } from "#kernel/language.ts";
import type { fr } from "./product.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Catalogue",
  description: "What you often sell: one choice fills the whole line.",
  create: "New item",
  edit: "Edit the item",
  none: "Your catalogue is empty.",
  noneHelp: "Add what you sell most: an hour of work, a day of training, a box of vegetables.",
  noMatch: "No item matches.",
  search: "Search for an item",
  archived: "Put away",
  state: "State",
  activity: "Activity",
  save: "Save",
  archive: "Put away",
  restore: "Put back",
  flashSaved: "Item saved",
  flashArchived: "Item put away",
  flashRestored: "Item put back",
  fieldsOf: {
    name: "Name",
    description: "Details",
    nature: "Kind",
    unit: "Unit",
    unitPrice: "Unit price",
    mode: "This price is",
    vat: "VAT",
    account: "Sales account",
  },
  natures: { services: "A service", goods: "Goods" },
  modes: { ht: "without VAT", ttc: "with VAT" },
  shortModes: { ht: "without VAT", ttc: "with VAT" },
  fields: {
    "product.name": "Write the name of the item.",
    "product.tooLong": "This text is too long.",
    "product.unit": "Choose a unit from the list.",
    "product.unitPrice": "Write a price, for example 45 or 33.335.",
    "product.vat": "Choose a VAT rate from the list.",
    "product.account": "Write an account number, for example 706.",
  },
  refusals: {
    "product.missing": "This item does not exist, or you may not see it.",
    "product.notAllowed": "You may not change this catalogue. Ask your cooperative.",
    "product.changedMeanwhile":
      "Somebody else changed this item while you were working on it. What you typed is kept here; reload to see the other version.",
  },
};
