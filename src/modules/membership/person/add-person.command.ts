import { z } from "zod";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { emailText, optionalId, optionalPhone, requiredText, ticked } from "#platform/field.ts";
import { writeFact } from "../history/fact.store.ts";
import { siteExists } from "../site/site.store.ts";
import type { MembershipTables } from "../tables.ts";
import { PERSON_INVITED } from "./invite-person.command.ts";
import type { PersonRefusalCode } from "./person.fr.ts";
import { mayAddPerson } from "./person.policy.ts";
import { listFollowers } from "./person.store.ts";

/** The fields of a person that a form edits. */
export const personFields = {
  firstName: requiredText(100),
  lastName: requiredText(100),
  email: emailText(),
  phone: optionalPhone(),
  siteId: optionalId<"site">(),
  followerId: optionalId<"person">(),
};

type Attachment = { readonly siteId: Id<"site"> | null; readonly followerId: PersonId | null };

/** Why a person cannot be attached to this site or followed by this person, or null. */
export async function checkAttachment(
  context: CommandContext,
  person: Attachment & { readonly personId: PersonId | null },
): Promise<Refusal<PersonRefusalCode> | null> {
  const { tx, organizationId } = context;
  if (person.siteId !== null && !(await siteExists(tx, organizationId, person.siteId))) {
    return refuse("invalid", "person.siteMissing", {}, "siteId");
  }
  if (person.followerId !== null) {
    if (person.followerId === person.personId) return refuse("invalid", "person.followsSelf", {}, "followerId");
    const followers = await listFollowers(tx, organizationId);
    if (!followers.some((follower) => follower.personId === person.followerId)) {
      return refuse("invalid", "person.followerMissing", {}, "followerId");
    }
  }
  return null;
}

/** Records where a person belongs and who follows them, from today, where it changed. Nothing is a value too: nobody. */
export async function writeAttachment(
  context: CommandContext,
  personId: PersonId,
  before: Attachment,
  after: Attachment,
): Promise<void> {
  const effectOn = context.today;
  if (before.siteId !== after.siteId) {
    await writeFact(context, { personId, dimension: "site", effectOn, value: after.siteId ?? "" });
  }
  if (before.followerId !== after.followerId) {
    await writeFact(context, { personId, dimension: "follower", effectOn, value: after.followerId ?? "" });
  }
}

/** Adds a person to the cooperative and, when asked, invites them. They get no right by that alone. */
export const addPerson = defineCommand({
  name: "membership.person.add",
  input: z.object({ ...personFields, invite: ticked() }),
  async run(context, input): Promise<{ personId: PersonId } | Refusal<PersonRefusalCode>> {
    const refusal = mayAddPerson(context.actor) ?? (await checkAttachment(context, { ...input, personId: null }));
    if (refusal) return refusal;
    const personId = context.id<"person">();
    const added = await context.tx
      .withTables<MembershipTables>()
      .insertInto("membership.person")
      .values({
        organization_id: context.organizationId,
        id: personId,
        user_id: null,
        first_name: input.firstName,
        last_name: input.lastName,
        email: input.email,
        phone: input.phone,
        site_id: input.siteId,
        follower_id: input.followerId,
        created_at: context.now,
        archived_at: null,
        invited_at: input.invite ? context.now : null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse("conflict", "person.emailTaken", {}, "email");
    await writeAttachment(context, personId, { siteId: null, followerId: null }, input);
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { invited: input.invite } });
    if (input.invite) context.emit(PERSON_INVITED, { personId });
    return { personId };
  },
});
