import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { en } from "./consent.en.ts";
import { type ConsentRefusalCode, fr } from "./consent.fr.ts";
import { mayAnswer } from "./consent.policy.ts";
import { type Answer, changesAnswer, type Purpose, type Wording } from "./consent.ts";

/** The words in force of a purpose; those of the house as long as nobody was asked. */
export async function wordingOf(tx: Tx, organizationId: OrganizationId, purpose: Purpose): Promise<Wording> {
  const { rows } = await sql<Wording>`select version, french, english from privacy.consent_wording
    where organization_id = ${organizationId} and purpose = ${purpose} order by version desc limit 1`.execute(tx);
  return rows[0] ?? { version: 0, french: fr.house[purpose], english: en.house[purpose] };
}

/** All that somebody answered, the latest first. */
export async function answersOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<Answer[]> {
  const { rows } =
    await sql<Answer>`select purpose, wording_version as "wordingVersion", agreed, at from privacy.consent
    where organization_id = ${organizationId} and person_id = ${personId} order by at desc, id desc`.execute(tx);
  return rows;
}

/** What stands today of what somebody answered; absent: never asked, which is a no. */
export async function consentsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<ReadonlyMap<Purpose, Answer>> {
  const answers = await answersOf(tx, organizationId, personId);
  return new Map(answers.reverse().map((answer) => [answer.purpose, answer]));
}

/** Those who agree today to a purpose. */
export async function agreeingTo(
  tx: Tx,
  organizationId: OrganizationId,
  purpose: Purpose,
): Promise<ReadonlySet<PersonId>> {
  const { rows } = await sql<{ id: PersonId }>`select last.person_id as id from (
      select distinct on (person_id) person_id, agreed from privacy.consent
       where organization_id = ${organizationId} and purpose = ${purpose} order by person_id, at desc, id desc) last
    where last.agreed`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Records what the actor agrees to for themself, or withdraws, within the act that asks: nothing is written when it changes
 * nothing. The answer names the words that were shown (`wordingOf`).
 */
export async function recordConsent(
  context: Pick<CommandContext, "tx" | "organizationId" | "now" | "actor" | "id">,
  { personId, purpose, agreed }: { readonly personId: PersonId; readonly purpose: Purpose; readonly agreed: boolean },
): Promise<Answer | null | Refusal<ConsentRefusalCode>> {
  const { tx, organizationId, now, actor } = context;
  const refusal = mayAnswer(actor, personId);
  if (isRefusal(refusal)) return refusal;
  const standing = (await consentsOf(tx, organizationId, personId)).get(purpose);
  if (!changesAnswer(standing, agreed)) return null;
  const wording = await wordingOf(tx, organizationId, purpose);
  const version = Math.max(1, wording.version);
  if (wording.version === 0) {
    await sql`insert into privacy.consent_wording (organization_id, purpose, version, french, english, recorded_at)
      values (${organizationId}, ${purpose}, 1, ${wording.french}, ${wording.english}, ${now})
      on conflict do nothing`.execute(tx);
  }
  await sql`insert into privacy.consent (organization_id, id, person_id, purpose, wording_version, agreed, at, recorded_by)
    values (${organizationId}, ${context.id()}, ${personId}, ${purpose}, ${version}, ${agreed}, ${now}, ${actor.personId})`.execute(
    tx,
  );
  return { purpose, wordingVersion: version, agreed, at: now };
}
