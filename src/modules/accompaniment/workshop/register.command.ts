import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personsReached } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalId } from "#platform/field.ts";
import { ACCOMPANYING } from "../appointment/appointment.policy.ts";
import { contactsByPerson } from "../people.store.ts";
import type { AccompanimentTables } from "../tables.ts";
import { tellWorkshop } from "./tell-workshop.store.ts";
import type { WorkshopRefusalCode } from "./workshop.fr.ts";
import { mayRegister } from "./workshop.policy.ts";
import { findWorkshop, seat } from "./workshop.store.ts";
import { freeSeats, isOver, toSeat, type Workshop, type WorkshopId, waiting } from "./workshop.ts";

type Registered = { readonly workshopId: WorkshopId; readonly seated: boolean };
type Refused = Refusal<WorkshopRefusalCode>;

const input = z.object({ workshopId: idText<"workshop">(), personId: optionalId<"person">() });

/** The workshop, its seats locked, once this person may act on that registration. */
async function openSeats(
  { tx, organizationId, actor }: CommandContext,
  workshopId: WorkshopId,
  personId: PersonId,
): Promise<Workshop | Refused> {
  const workshop = await findWorkshop(tx, organizationId, workshopId, true);
  if (workshop === null) return refuse("missing", "workshop.missing");
  const refusal = mayRegister(actor, workshop, personId, await personsReached(tx, actor, ACCOMPANYING));
  if (refusal) return refusal;
  return workshop.cancelledAt === null ? workshop : refuse("conflict", "workshop.cancelledAlready");
}

/** Takes a seat, or a place in line when there is none left. */
export const joinWorkshop = defineCommand({
  name: "accompaniment.workshop.join",
  input,
  async run(context, { workshopId, personId }): Promise<Registered | Refused> {
    const { tx, organizationId, actor, now } = context;
    const who = personId ?? actor.personId;
    const workshop = await openSeats(context, workshopId, who);
    if ("refused" in workshop) return workshop;
    if (isOver(workshop, now)) return refuse("conflict", "workshop.over");
    if (who === actor.personId && workshop.signup === "closed") return refuse("conflict", "workshop.signupClosed");
    if (workshop.trainers.includes(who)) return refuse("conflict", "workshop.isTrainer");
    if (workshop.registrations.some((one) => one.personId === who)) return refuse("conflict", "workshop.inAlready");
    if (!(await contactsByPerson(tx, organizationId, [who])).has(who))
      return refuse("missing", "workshop.personMissing");
    const sits = freeSeats(workshop) > 0 && waiting(workshop).length === 0;
    await tx
      .withTables<AccompanimentTables>()
      .insertInto("accompaniment.workshop_registration")
      .values({
        organization_id: organizationId,
        id: context.id<"workshopRegistration">(),
        workshop_id: workshopId,
        person_id: who,
        asked_at: now,
        seated_at: sits ? now : null,
        left_at: null,
        registered_by: actor.personId,
      })
      .execute();
    context.audit({
      subjectKind: "accompaniment.workshop",
      subjectId: workshopId,
      details: { personId: who, seated: sits },
    });
    return { workshopId, seated: sits };
  },
});

/** Gives the seat back: the first who waits has it, and is told. */
export const leaveWorkshop = defineCommand({
  name: "accompaniment.workshop.leave",
  input,
  async run(context, { workshopId, personId }): Promise<Registered | Refused> {
    const { tx, organizationId, actor, now } = context;
    const who = personId ?? actor.personId;
    const workshop = await openSeats(context, workshopId, who);
    if ("refused" in workshop) return workshop;
    if (!workshop.registrations.some((one) => one.personId === who)) return refuse("conflict", "workshop.notIn");
    if (workshop.sessions.some(({ startsAt }) => startsAt <= now)) return refuse("conflict", "workshop.begun");
    await tx
      .withTables<AccompanimentTables>()
      .updateTable("accompaniment.workshop_registration")
      .set({ left_at: now })
      .where("organization_id", "=", organizationId)
      .where("workshop_id", "=", workshopId)
      .where("person_id", "=", who)
      .where("left_at", "is", null)
      .execute();
    const registrations = workshop.registrations.filter((one) => one.personId !== who);
    const next = toSeat({ ...workshop, registrations }).map((one) => one.personId);
    await seat(context, workshopId, next);
    tellWorkshop(context, workshopId, "seated", next);
    context.audit({ subjectKind: "accompaniment.workshop", subjectId: workshopId, details: { personId: who } });
    return { workshopId, seated: false };
  },
});
