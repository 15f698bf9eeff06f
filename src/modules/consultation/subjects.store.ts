import type { Actor } from "#kernel/actor.ts";
import { type OrganizationId, parseId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { mayReadConsultation } from "./consultation/consultation.policy.ts";
import { findConsultation } from "./consultation/consultation.store.ts";
import { mayReadEvent } from "./event/event.policy.ts";
import { findEvent } from "./event/event.store.ts";

type Asking = { readonly tx: Tx; readonly organizationId: OrganizationId; readonly actor: Actor };

/** What rooms are opened for here: whether it exists, for whoever asks. */
export const consultationSubjects = {
  async "consultation.consultation"({ tx, organizationId, actor }: Asking, text: string): Promise<boolean> {
    const id = parseId<"consultation">(text);
    return (
      id !== null && mayReadConsultation(actor) === null && (await findConsultation(tx, organizationId, id)) !== null
    );
  },
  async "consultation.event"({ tx, organizationId, actor }: Asking, text: string): Promise<boolean> {
    const id = parseId<"event">(text);
    return id !== null && mayReadEvent(actor) === null && (await findEvent(tx, organizationId, id)) !== null;
  },
};
