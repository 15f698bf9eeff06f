import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of joint bids speak of somebody: what they agreed to do, what they said. */
export const bidPersonalData: readonly PersonalTable[] = [
  {
    ...{ table: "bid.part", of: "person_id", hidden: ["lead", "house_siren"] },
    words: { fr: "Parts de réponses communes", en: "Parts of joint bids" },
  },
  {
    ...{ table: "bid.note", of: "person_id", hidden: ["media_type"], files: { file_hash: "file_name" } },
    words: { fr: "Messages de réponses communes", en: "Words on joint bids" },
  },
  { table: "bid.bid", not: "nobody" },
  { table: "bid.quote", not: "nobody" },
  { table: "bid.split", not: "books" },
  { table: "bid.statement", not: "nobody" },
];
