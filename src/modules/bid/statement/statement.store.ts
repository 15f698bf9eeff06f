import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Cents } from "#kernel/money.ts";
import { requiredText } from "#platform/field.ts";
import { type Bid, leadOf, type Part, partsIn } from "../bid/bid.ts";
import { euros, sirenText } from "../bid-input.ts";

/** What a won bid of a network gives to one of its parts: what their cooperative quotes, to whom. */
export type Statement = {
  /** `cooperative`: the house that leads, when the network knows it as a cooperative. */
  readonly customer: { readonly name: string; readonly siren: string; readonly cooperative?: true };
  readonly title: string;
  readonly reference: string;
  readonly lines: readonly { readonly name: string; readonly amount: Cents }[];
};

/** Whoever pastes a code may have written it: it is read as their own form would be, and opens nothing that they have not. */
const schema = z.object({
  version: z.literal(1),
  /** Two parts that read alike are two. */
  part: z.string().max(60),
  customer: z.object({ name: requiredText(200), siren: sirenText(), cooperative: z.literal(true).optional() }),
  title: requiredText(200),
  reference: z.string().max(100),
  lines: z
    .array(z.object({ name: requiredText(200), amount: euros() }))
    .min(1)
    .max(30),
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const MARK = /^BID1-([\w-]+)-([0-9a-f]{12})$/;

/**
 * When the lead bills, the lead quotes the whole to the buyer and each other part to the lead's house; else each quotes
 * their own part to the buyer.
 */
export function statementOf(bid: Bid, part: Part, cooperatives: ReadonlySet<string> = new Set()): Statement | null {
  const lead = leadOf(bid);
  if (bid.status !== "won" || lead === undefined || part.agreedAt === null) return null;
  const whole = bid.billing === "lead" && part.lead;
  const toLead = bid.billing === "lead" && !part.lead;
  return {
    customer: toLead
      ? {
          ...{ name: lead.forWhom, siren: lead.houseSiren },
          ...(cooperatives.has(lead.houseSiren) ? { cooperative: true as const } : {}),
        }
      : { name: bid.buyer, siren: bid.buyerSiren },
    ...{ title: bid.title, reference: bid.reference },
    lines: (whole ? partsIn(bid) : [part]).map(({ task, amount }) => ({ name: task, amount })),
  };
}

/** Text that travels by hand from one house to another: what was cut or mistyped is seen. */
export function writeCode(statement: Statement, part: string): string {
  const lines = statement.lines.map(({ name, amount }) => ({ name, amount: String(amount) }));
  const json = canonicalJson({ ...statement, version: 1, part, lines });
  return `BID1-${Buffer.from(json).toString("base64url")}-${sha256(json).slice(0, 12)}`;
}

export function readCode(code: string): { readonly statement: Statement; readonly digest: string } | null {
  const [, packed, sum] = MARK.exec(code.replace(/\s/g, "")) ?? [];
  if (packed === undefined) return null;
  const json = Buffer.from(packed, "base64url").toString("utf8");
  if (sha256(json).slice(0, 12) !== sum) return null;
  try {
    const { customer, title, reference, lines } = schema.parse(JSON.parse(json));
    const { cooperative, ...named } = customer;
    const statement = { customer: cooperative ? { ...named, cooperative } : named, title, reference, lines };
    // Of the whole: a code that somebody forged with the name of a part does not keep the true one from being taken. Whether
    // the network knew the lead as a cooperative on the day of the copy makes no other part.
    return { statement, digest: sha256(cooperative ? json.replace('"cooperative":true,', "") : json) };
  } catch {
    return null;
  }
}
