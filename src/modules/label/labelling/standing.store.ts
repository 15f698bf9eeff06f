import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { type Finding, findingsOf, verdictsOf } from "../audit/audit.store.ts";
import { type FindingValue, leastOf, passes, type Tally, tally } from "../decision/decision.ts";
import { criteriaOf, findEdition } from "../referential/referential.store.ts";
import type { Criterion, Edition } from "../referential/referential.ts";
import { answersOf } from "./labelling.store.ts";
import type { Answer, Labelling } from "./labelling.ts";

/** One criterion of a labelling: what its structure says, what each assessor found, what they hold together. */
export type AssessedCriterion = Criterion & {
  readonly answer: Answer | null;
  readonly findings: readonly Finding[];
  readonly verdict: FindingValue | null;
  /** What one of the assessors found, when it is they who read. */
  readonly own: Finding | null;
};

export type Count = Tally & {
  readonly passes: boolean;
  readonly mandatoryLeast: number;
  readonly recommendedLeast: number;
};

export type Standing = {
  readonly edition: Edition;
  readonly criteria: readonly AssessedCriterion[];
  readonly self: Count;
  /** By the findings; null for a peer, and for the structure of peers, as long as it would tell what others found. */
  readonly found: Count | null;
  /** Criteria that wait for a finding. */
  readonly waiting: number;
};

function counted(
  criteria: readonly Criterion[],
  values: ReadonlyMap<string, FindingValue | null>,
  edition: Edition,
): Count {
  const count = tally(criteria, values, edition);
  return {
    ...count,
    passes: passes(count, edition),
    mandatoryLeast: leastOf(edition.mandatoryPercent, count.mandatoryTotal),
    recommendedLeast: leastOf(edition.recommendedPercent, count.recommendedTotal),
  };
}

/** Where a labelling stands. What a peer found stays theirs until the decision, the count too: nobody follows the others. */
export async function readStanding(
  tx: Tx,
  organizationId: OrganizationId,
  labelling: Labelling,
  reader: { readonly personId: PersonId; readonly organises: boolean },
): Promise<Standing | null> {
  const edition = await findEdition(tx, organizationId, labelling.editionId);
  if (edition === null) return null;
  const criteria = await criteriaOf(tx, organizationId, edition.id);
  const answers = new Map((await answersOf(tx, organizationId, labelling.id)).map((one) => [one.code, one]));
  const findings = await findingsOf(tx, organizationId, labelling.id);
  const counting = findings.filter(({ personId }) => labelling.assessorIds.includes(personId));
  const verdicts = verdictsOf(
    criteria.map(({ code }) => code),
    labelling.assessorIds,
    counting,
  );
  const decided = labelling.decidedOn !== null;
  const peer = labelling.mode === "peers" && labelling.assessorIds.includes(reader.personId);
  const all = decided || labelling.mode === "audit" || (reader.organises && !peer);
  const shown = all ? counting : counting.filter(({ personId }) => personId === reader.personId);
  const said = new Map<string, FindingValue | null>(
    criteria.map(({ code }) => {
      const value = answers.get(code)?.value;
      return [code, value === undefined ? null : value === "partly" ? "unmet" : value];
    }),
  );
  const found = counted(criteria, verdicts, edition);
  return {
    edition,
    criteria: criteria.map((one) => ({
      ...one,
      answer: answers.get(one.code) ?? null,
      findings: shown.filter(({ code }) => code === one.code),
      verdict: all ? (verdicts.get(one.code) ?? null) : null,
      own: counting.find(({ code, personId }) => code === one.code && personId === reader.personId) ?? null,
    })),
    self: counted(criteria, said, edition),
    found: all ? found : null,
    waiting: found.waiting,
  };
}
