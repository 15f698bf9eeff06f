import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { en } from "./consent.en.ts";
import { type ConsentRefusalCode, fr } from "./consent.fr.ts";
import { mayAnswer } from "./consent.policy.ts";
import { type Answer, changesAnswer, type Purpose, type Wording, type WrittenWording } from "./consent.ts";

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

/** The version since which an answer stands: those to words before it were asked again. */
const bindingVersion = (organizationId: OrganizationId, purpose: RawBuilder<unknown>) =>
  sql`coalesce((select max(w.version) from privacy.consent_wording w
    where w.organization_id = ${organizationId} and w.purpose = ${purpose} and w.asks_again), 0)`;

/** What stands today of what somebody answered; absent: never asked, or asked again since, which is a no. */
export async function consentsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<ReadonlyMap<Purpose, Answer>> {
  const { rows } = await sql<Answer>`
    select distinct on (purpose) purpose, wording_version as "wordingVersion", agreed, at from privacy.consent c
     where organization_id = ${organizationId} and person_id = ${personId}
       and wording_version >= ${bindingVersion(organizationId, sql`c.purpose`)}
     order by purpose, at desc, id desc`.execute(tx);
  return new Map(rows.map((answer) => [answer.purpose, answer]));
}

/** What somebody agreed to until its words changed, with the day on which they are asked again. */
export async function askedAgainOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<ReadonlyMap<Purpose, Instant>> {
  const { rows } = await sql<{ purpose: Purpose; at: Instant }>`
    select last.purpose, asked.recorded_at as at from (
        select distinct on (purpose) purpose, wording_version, agreed from privacy.consent
         where organization_id = ${organizationId} and person_id = ${personId} order by purpose, at desc, id desc) last
      join privacy.consent_wording asked on asked.organization_id = ${organizationId} and asked.purpose = last.purpose
       and asked.version = ${bindingVersion(organizationId, sql`last.purpose`)}
     where last.agreed and last.wording_version < asked.version`.execute(tx);
  return new Map(rows.map(({ purpose, at }) => [purpose, at]));
}

/** Every version of the words of a purpose, the latest first, and how many stand by it today. */
export async function wordingsOf(
  tx: Tx,
  organizationId: OrganizationId,
  purpose: Purpose,
): Promise<readonly WrittenWording[]> {
  const { rows } = await sql<WrittenWording>`
    select w.version, w.french, w.english, w.asks_again as "asksAgain", w.recorded_at as at,
           (select count(*)::integer from (
              select distinct on (person_id) wording_version, agreed from privacy.consent c
               where c.organization_id = w.organization_id and c.purpose = w.purpose order by person_id, at desc, id desc) last
             where last.agreed and last.wording_version = w.version
               and last.wording_version >= ${bindingVersion(organizationId, sql`w.purpose`)}) as agreeing
      from privacy.consent_wording w
     where w.organization_id = ${organizationId} and w.purpose = ${purpose} order by w.version desc`.execute(tx);
  return rows;
}

/** Those who agree today to a purpose. */
export async function agreeingTo(
  tx: Tx,
  organizationId: OrganizationId,
  purpose: Purpose,
): Promise<ReadonlySet<PersonId>> {
  const { rows } = await sql<{ id: PersonId }>`select last.person_id as id from (
      select distinct on (person_id) person_id, agreed, wording_version from privacy.consent
       where organization_id = ${organizationId} and purpose = ${purpose} order by person_id, at desc, id desc) last
    where last.agreed and last.wording_version >= ${bindingVersion(organizationId, sql`${purpose}`)}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Keeps the house's words as the first version, once somebody read them or others follow them. */
export async function writeHouseWording(
  { tx, organizationId, now }: Pick<CommandContext, "tx" | "organizationId" | "now">,
  purpose: Purpose,
  { version, french, english }: Wording,
): Promise<void> {
  if (version !== 0) return;
  await sql`insert into privacy.consent_wording (organization_id, purpose, version, french, english, recorded_at)
    values (${organizationId}, ${purpose}, 1, ${french}, ${english}, ${now}) on conflict do nothing`.execute(tx);
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
  await writeHouseWording(context, purpose, wording);
  await sql`insert into privacy.consent (organization_id, id, person_id, purpose, wording_version, agreed, at, recorded_by)
    values (${organizationId}, ${context.id()}, ${personId}, ${purpose}, ${version}, ${agreed}, ${now}, ${actor.personId})`.execute(
    tx,
  );
  return { purpose, wordingVersion: version, agreed, at: now };
}
