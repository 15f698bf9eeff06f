/** The limits of a SCOP (loi 78-763 art. 5, 24 and 26 bis; loi 47-1775 art. 3 bis). Pure. */
import { atRate, counted, inMoney } from "#kernel/fact.ts";
import { sum, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { fraction, inTenThousandths } from "../motion/fraction.ts";
import type { CompanyForm } from "../setup/articles.ts";
import { type Holder, type Limit, type LimitFacts, type LimitLine, stateOf } from "./limit.ts";

/** Associates who are employed: two in a SARL or a SAS, seven in a SA (art. 5). */
export const LEAST_EMPLOYED: Readonly<Record<Exclude<CompanyForm, "">, number>> = { sarl: 2, sas: 2, sa: 7 };

const NO_CAPITAL: LimitLine = { say: "noCapital", facts: {} };

/** Cut, never rounded up: 50.999 % is not read as 51 %. */
export const partOf = (part: bigint, whole: bigint) => atRate(toRate(inTenThousandths(fraction(part, whole))));

export function scopLimits(facts: LimitFacts): readonly Limit[] {
  return [employedCapital(facts), employedVotes(facts), largestHolder(facts), employedNumber(facts)];
}

const capitalOf = (holders: readonly Holder[]) => sum(holders.map(({ capital }) => capital));

function employedCapital({ holders }: LimitFacts): Limit {
  const key = "employedCapital";
  const total = capitalOf(holders);
  if (total === 0n) return { key, state: "open", lines: [NO_CAPITAL] };
  const own = capitalOf(holders.filter(({ employed }) => employed === "yes"));
  const unsure = capitalOf(holders.filter(({ employed }) => employed === "unsure"));
  const best = own + unsure;
  // The law speaks of more than a half held by the others; 51 % is what the movement of the SCOP keeps.
  const state = stateOf(own * 100n >= total * 51n, best * 2n < total);
  const between = state === "open" && best * 100n < total * 51n;
  return {
    ...{ key, state },
    lines: [
      { say: key, facts: { amount: inMoney(own), total: inMoney(total), share: partOf(own, total) } },
      ...(unsure > 0n ? [{ say: "unsureCapital", facts: { amount: inMoney(unsure) } } as const] : []),
      ...(between ? [{ say: "betweenHalves", facts: {} } as const] : []),
    ],
  };
}

function employedVotes({ holders }: LimitFacts): Limit {
  const key = "employedVotes";
  const voters = holders.filter(({ votes }) => votes);
  if (voters.length === 0) return { key, state: "open", lines: [{ say: "nobody", facts: {} }] };
  const own = voters.filter(({ employed }) => employed === "yes").length;
  const unsure = voters.filter(({ employed }) => employed === "unsure").length;
  const legal = voters.filter(({ legalPerson }) => legalPerson);
  const cooperatives = legal.filter(({ kind }) => kind === "cooperative").length;
  const untold = legal.filter(({ kind }) => kind === "").length;
  // Art. 3 bis: the others together 49 % at most, those of them who are no cooperatives 35 %.
  const within = (others: number, ofThem: number) =>
    others * 100 <= voters.length * 49 && (others - ofThem) * 100 <= voters.length * 35;
  const others = voters.length - own - unsure;
  return {
    ...{ key, state: stateOf(within(others + unsure, cooperatives), !within(others, cooperatives + untold)) },
    lines: [
      {
        say: key,
        facts: {
          ...{ count: counted(own), members: counted(voters.length) },
          share: partOf(BigInt(own), BigInt(voters.length)),
        },
      },
      ...(cooperatives > 0 ? [{ say: "cooperatives", facts: { count: counted(cooperatives) } } as const] : []),
      ...(untold > 0 ? [{ say: "untoldVotes", facts: { count: counted(untold) } } as const] : []),
      ...(unsure > 0 ? [{ say: "unsureVotes", facts: { count: counted(unsure) } } as const] : []),
    ],
  };
}

function largestHolder({ holders }: LimitFacts): Limit {
  const key = "largestHolder";
  const total = capitalOf(holders);
  const [first] = [...holders].sort((a, b) => (a.capital > b.capital ? -1 : a.capital < b.capital ? 1 : 0));
  if (first === undefined || total === 0n) return { key, state: "open", lines: [NO_CAPITAL] };
  const beyond = first.capital * 2n > total;
  const facts = {
    ...{ name: first.name, amount: inMoney(toCents(first.capital)) },
    ...{ total: inMoney(total), share: partOf(first.capital, total) },
  };
  return { key, state: stateOf(!beyond, beyond), lines: [{ say: key, facts }] };
}

function employedNumber({ holders, company }: LimitFacts): Limit {
  const key = "employedNumber";
  const voters = holders.filter(({ votes }) => votes);
  const own = voters.filter(({ employed }) => employed === "yes").length;
  const unsure = voters.filter(({ employed }) => employed === "unsure").length;
  const known = company === "" ? Object.values(LEAST_EMPLOYED) : [LEAST_EMPLOYED[company]];
  const state = stateOf(own >= Math.max(...known), own + unsure < Math.min(...known));
  const lines: LimitLine[] = [
    company === ""
      ? { say: "employedNumberAny", facts: { count: counted(own) } }
      : { say: key, facts: { count: counted(own), least: counted(LEAST_EMPLOYED[company]) } },
  ];
  if (unsure > 0) lines.push({ say: "unsureVotes", facts: { count: counted(unsure) } });
  if (company === "" && state === "open") lines.push({ say: "companyUntold", facts: {} });
  return { key, state, lines };
}
