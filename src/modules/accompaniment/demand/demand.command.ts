import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText, ticked } from "#platform/field.ts";
import type { WorkshopRefusalCode } from "../workshop/workshop.fr.ts";
import type { DemandId } from "../workshop/workshop.ts";
import { mayAskForWorkshop } from "./demand.policy.ts";
import { findDemand } from "./demand.store.ts";

type Asked = { readonly demandId: DemandId };
type Refused = Refusal<WorkshopRefusalCode>;

async function vote({ tx, organizationId, actor, now }: CommandContext, demandId: DemandId): Promise<void> {
  await sql`insert into accompaniment.demand_vote (organization_id, demand_id, person_id, voted_at)
    values (${organizationId}, ${demandId}, ${actor.personId}, ${now}) on conflict do nothing`.execute(tx);
}

/** « J’aimerais un atelier sur… »: whoever asks wants it first. */
export const askForWorkshop = defineCommand({
  name: "accompaniment.demand.ask",
  input: z.object({ title: requiredText(120), details: optionalText(1000) }),
  async run(context, { title, details }): Promise<Asked | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayAskForWorkshop(actor);
    if (refusal) return refusal;
    const demandId = context.id<"workshopDemand">();
    await sql`insert into accompaniment.workshop_demand (organization_id, id, title, details, asked_at, asked_by)
      values (${organizationId}, ${demandId}, ${title}, ${details}, ${now}, ${actor.personId})`.execute(tx);
    await vote(context, demandId);
    context.audit({ subjectKind: "accompaniment.demand", subjectId: demandId });
    return { demandId };
  },
});

/** Wants it too, or no longer. */
export const voteForDemand = defineCommand({
  name: "accompaniment.demand.vote",
  input: z.object({ demandId: idText<"workshopDemand">(), withdrawn: ticked() }),
  async run(context, { demandId, withdrawn }): Promise<Asked | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayAskForWorkshop(actor);
    if (refusal) return refusal;
    const demand = await findDemand(tx, organizationId, demandId);
    if (demand === null) return refuse("missing", "demand.missing");
    if (demand.workshopId !== null) return refuse("conflict", "demand.answered");
    if (withdrawn) {
      await sql`delete from accompaniment.demand_vote where organization_id = ${organizationId}
        and demand_id = ${demandId} and person_id = ${actor.personId}`.execute(tx);
    } else await vote(context, demandId);
    context.audit({ subjectKind: "accompaniment.demand", subjectId: demandId, details: { withdrawn } });
    return { demandId };
  },
});
