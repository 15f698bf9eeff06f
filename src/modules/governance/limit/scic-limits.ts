/** The limits of a SCIC (loi 47-1775 art. 19 septies and 19 octies). Pure. */
import { atRate, inMoney } from "#kernel/fact.ts";
import { sum } from "#kernel/money.ts";
import type { CollegeKind } from "../setup/articles.ts";
import { type Limit, type LimitFacts, type LimitLine, stateOf } from "./limit.ts";
import { partOf } from "./scop-limits.ts";

const LEAST_CATEGORIES = 3;
/** Each college between a tenth and a half of the votes, in ten thousandths. */
const [LIGHTEST, HEAVIEST] = [1_000, 5_000];

export function scicLimits(facts: LimitFacts): readonly Limit[] {
  return [categories(facts), publicCapital(facts), collegeWeights(facts)];
}

/**
 * An associate who is employed is of the employees, whatever their college; the others are of the category that their college
 * tells. A college that tells none could be any one that is lacking. Producers stand for employees where nobody is employed.
 */
function categories({ holders, employs }: LimitFacts): Limit {
  const voters = holders.filter(({ votes }) => votes);
  const unsure = voters.filter((one) => one.employed === "unsure");
  const told = voters
    .filter((one) => one.employed !== "unsure")
    .map((one) => (one.employed === "yes" ? "employee" : one.kind));
  const present = new Set<CollegeKind>(told.filter((kind) => kind !== "" && kind !== "employee"));
  if (voters.some(({ employed }) => employed === "yes")) present.add("employee");
  const missing = missingOf(present, employs === false);
  const holds = present.size >= LEAST_CATEGORIES && missing.length === 0;

  const best = new Set(present);
  if (unsure.length > 0) best.add("employee");
  const untold = new Set(
    voters.filter(({ kind, employed }) => kind === "" && employed !== "yes").map((one) => one.college),
  );
  const lacking = Math.max(LEAST_CATEGORIES - best.size, missingOf(best, employs !== true).length);

  const kinds = [...present].sort();
  const lines: LimitLine[] = [
    kinds.length === 0 ? { say: "nobody", facts: {} } : { say: "categories", facts: {}, kinds },
  ];
  if (missing.length > 0) lines.push({ say: "categoriesMissing", facts: {}, kinds: missing });
  if (!holds && untold.size > 0) lines.push({ say: "categoriesUntold", facts: {} });
  if (!holds && present.has("producer") && missing.includes("employee") && employs === null) {
    lines.push({ say: "producersOnly", facts: {} });
  }
  return { key: "categories", state: stateOf(holds, lacking > untold.size), lines };
}

function missingOf(present: ReadonlySet<CollegeKind>, nobodyEmployed: boolean): CollegeKind[] {
  const stoodFor = nobodyEmployed && present.has("producer");
  return [
    ...(present.has("employee") || stoodFor ? [] : ["employee" as const]),
    ...(present.has("beneficiary") ? [] : ["beneficiary" as const]),
  ];
}

function publicCapital({ holders }: LimitFacts): Limit {
  const key = "publicCapital";
  const capital = (kind: CollegeKind) =>
    sum(holders.filter((one) => one.kind === kind && (kind !== "" || one.legalPerson)).map((one) => one.capital));
  const total = sum(holders.map((one) => one.capital));
  if (total === 0n) return { key, state: "open", lines: [{ say: "noCapital", facts: {} }] };
  const own = capital("public");
  const untold = capital("");
  const lines: LimitLine[] = [
    { say: key, facts: { amount: inMoney(own), total: inMoney(total), share: partOf(own, total) } },
  ];
  if (untold > 0n) lines.push({ say: "untoldCapital", facts: { amount: inMoney(untold) } });
  return { key, state: stateOf((own + untold) * 2n <= total, own * 2n > total), lines };
}

function collegeWeights({ weighted, colleges, holders }: LimitFacts): Limit {
  const key = "collegeWeights";
  if (!weighted) return { key, state: "held", lines: [{ say: "noWeights", facts: {} }] };
  const sorted = [...colleges].sort((a, b) => a.weight - b.weight);
  const [lightest, heaviest] = [sorted.at(0), sorted.at(-1)];
  if (lightest === undefined || heaviest === undefined) {
    return { key, state: "broken", lines: [{ say: "nobody", facts: {} }] };
  }
  const fits = colleges.length >= 3 && lightest.weight >= LIGHTEST && heaviest.weight <= HEAVIEST;
  const empty = colleges.find(({ number }) => !holders.some((one) => one.votes && one.college === number));
  const facts = {
    ...{ heaviest: heaviest.name, most: atRate(heaviest.weight) },
    ...{ lightest: lightest.name, least: atRate(lightest.weight) },
  };
  const lines: LimitLine[] = [{ say: key, facts }];
  // Nobody votes there: what its weight carries goes to the others, who may then weigh more than the articles say.
  if (empty !== undefined) lines.push({ say: "emptyCollege", facts: { college: empty.name } });
  return { key, state: stateOf(fits && empty === undefined, !fits), lines };
}
