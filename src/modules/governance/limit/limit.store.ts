/** Reads what the limits are counted from: the register, the shares, the dated contracts, what the articles tell. */
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { contractsBetween, organizationProfile } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { readRegister } from "../associate/register.store.ts";
import { findArticles } from "../setup/articles.store.ts";
import { type CooperativeForm, formOf } from "../setup/articles.ts";
import { allMovements } from "../share/share.store.ts";
import { positionOf } from "../share/share.ts";
import { employmentOn, type Reason } from "./employment.ts";
import { lastSeen } from "./last-seen.store.ts";
import type { Holder, Limit, LimitFacts, LimitKey } from "./limit.ts";
import { limitsOf } from "./limits-of.ts";

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId; readonly today: Day };

const FIRST_DAY = "1900-01-01" as Day;

export async function limitFacts({ tx, organizationId, today }: Place): Promise<LimitFacts> {
  const { form, company, weighted, colleges } = await findArticles(tx, organizationId);
  const contracts = await contractsBetween(tx, organizationId, FIRST_DAY, today);
  const ofPerson = Map.groupBy(contracts, ({ personId }) => personId);
  const moves = Map.groupBy(await allMovements(tx, organizationId), ({ associateId }) => associateId);
  const kindOf = new Map(colleges.map(({ number, kind }) => [number, kind]));
  const holders: Holder[] = [];
  for (const { id, name, kind: who, personId, standing } of await readRegister(tx, organizationId, today)) {
    const capital = positionOf(moves.get(id) ?? []).subscribed;
    const votes = standing.status === "admitted";
    if (!votes && capital === 0n) continue;
    const kind = kindOf.get(standing.college) ?? "";
    const own = ofPerson.get((personId ?? "") as PersonId) ?? [];
    // Who left the register is an associate no more: what they hold still is of the others.
    const employment = votes
      ? employmentOn({ kind: who, college: kind, contracts: own }, today)
      : ({ employed: "no", reason: "outside" } as const);
    holders.push({
      ...{ id, name, votes, capital, kind, college: standing.college, legalPerson: who === "organization" },
      ...employment,
    });
  }
  const runs = contracts.some(({ kind, endsOn }) => kind === "cesa" && (endsOn === null || endsOn >= today));
  const employs = runs || holders.some(({ employed }) => employed === "yes") ? true : null;
  return { form, company, weighted, colleges, holders, employs };
}

export type LimitReading = {
  readonly day: Day;
  readonly form: CooperativeForm;
  readonly limits: readonly Limit[];
  /** The morning that saw a limit passed, while it is. */
  readonly since: Readonly<Partial<Record<LimitKey, Day>>>;
  readonly counts: Readonly<Record<"contract" | "college" | "outside", number>>;
  readonly unsure: readonly { readonly id: string; readonly name: string; readonly reason: Reason }[];
  readonly untold: readonly string[];
  /** The legal form of the settings, where it says another form than the articles. */
  readonly differs: string | null;
};

/** The limits today, with who counts as employed and why. */
export async function readLimits(place: Place): Promise<LimitReading> {
  const facts = await limitFacts(place);
  const { legalForm } = await organizationProfile(place.tx, place.organizationId);
  const { form, colleges, holders } = facts;
  const voters = holders.filter(({ votes }) => votes);
  const count = (reason: Reason) => voters.filter((one) => one.reason === reason).length;
  const seen = await lastSeen(place.tx, place.organizationId);
  const passed = [...seen.values()].filter((one) => one.passed);
  const said = formOf(legalForm);
  return {
    ...{ day: place.today, form, limits: limitsOf(facts) },
    since: Object.fromEntries(passed.map(({ key, seenOn }) => [key, seenOn])),
    counts: { contract: count("contract"), college: count("college"), outside: count("outside") },
    unsure: voters
      .filter(({ employed }) => employed === "unsure")
      .map(({ id, name, reason }) => ({ id, name, reason })),
    untold: colleges.filter(({ kind }) => kind === "").map(({ name }) => name),
    differs: form !== "" && said !== "" && said !== form ? legalForm : null,
  };
}
