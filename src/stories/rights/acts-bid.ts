/** Acts of joint bids, in a cooperative and in a network. */
import { inDays } from "../harness/days.ts";
import { emailOf } from "../harness/world-inputs.ts";
import { type ActLine, BOOKS, of, SELLERS } from "./act-line.ts";
import type { Kind } from "./cast.ts";
import { actOf, EVERYBODY_THERE, type NetworkActLine, SEATED } from "./network/network-cast.ts";

const EVERYBODY: readonly Kind[] = [...SELLERS, "payroll"];
const selling = of(SELLERS, "activity");
/** A draft that its lead is alone in: the act's own tests go further. */
const sellingLater = of(SELLERS, "activity", "refused");
const seated = actOf(SEATED);

const WORDS = {
  ...{ title: "Une école", buyer: "Une commune", buyerSiren: "356000000", deadline: inDays(9), billing: "each" },
};
const PART = { task: "Une partie", amount: "5000" };

export const BID_ACTS: Readonly<Record<string, ActLine>> = {
  "bid.bid.open": selling(({ activityId }) => ({ ...WORDS, ...PART, activityId })),
  "bid.bid.change": selling(({ bidId }) => ({ ...WORDS, bidId, version: 1 })),
  "bid.bid.move": selling(({ bidId }) => ({ bidId, move: "drop" })),
  "bid.part.invite": selling(({ bidId }) => ({ ...PART, bidId, email: emailOf("both") })),
  "bid.part.answer": {
    ...of(["entrepreneur"], "activity", "refused")(({ partId }) => ({ partId, answer: "decline" })),
    ownOnly: true,
  },
  "bid.part.share": selling(({ partId }) => ({ ...PART, partId })),
  "bid.part.remove": sellingLater(({ partId }) => ({ partId })),
  "bid.note.add": of(EVERYBODY, "activity")(({ bidId }) => ({ bidId, words: "Bonjour" })),
  "bid.quote.make": sellingLater(({ partId }) => ({ partId })),
  "bid.split.post": of(BOOKS, "activity", "refused")(({ bidId, invoiceId }) => ({ bidId, invoiceId })),
  "bid.statement.take": sellingLater(({ activityId }) => ({ activityId, code: "BID1-abc" })),
};

/** The bids of a network: of one's own structure, and the team's to look after. */
export const NETWORK_BID_ACTS: Readonly<Record<string, NetworkActLine>> = {
  "bid.bid.open": actOf(EVERYBODY_THERE)(() => ({ ...WORDS, ...PART, house: "Une CAE", houseSiren: "443061841" })),
  "bid.bid.change": seated(({ bidId }) => ({ ...WORDS, bidId, version: 1 })),
  "bid.bid.move": seated(({ bidId }) => ({ bidId, move: "drop" })),
  "bid.part.invite": seated(({ bidId }) => ({ ...PART, bidId, email: emailOf("both") })),
  "bid.part.answer": actOf(["seated"], "refused")(({ partId }) => ({ partId, answer: "decline" })),
  "bid.part.share": seated(({ partId }) => ({ ...PART, partId })),
  "bid.part.remove": actOf(SEATED, "refused")(({ partId }) => ({ partId })),
  "bid.note.add": seated(({ bidId }) => ({ bidId, words: "Bonjour" })),
  "bid.quote.make": actOf(["seated"], "refused")(({ partId }) => ({ partId })),
};
