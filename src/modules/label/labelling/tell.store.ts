import type { Day } from "#kernel/day.ts";
import type { Topic } from "#kernel/topic.ts";
import { seatsOn } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import type { Labelling } from "./labelling.ts";

/** Tells those who speak for the structure, or those who assess it, of something that became of a labelling. */
export async function tellOf(
  context: CommandContext,
  labelling: Labelling,
  topic: Topic,
  whom: "structure" | "assessors",
  facts: { readonly wording?: string; readonly day?: Day } = {},
): Promise<void> {
  const { tx, organizationId, today } = context;
  const seats = whom === "structure" ? await seatsOn(tx, organizationId, today, labelling.structureId) : [];
  await notify(context, {
    to: whom === "structure" ? seats.map(({ personId }) => personId) : labelling.assessorIds,
    topic,
    subject: { kind: "label.labelling", id: labelling.id },
    path: `label/demarches/${labelling.id}`,
    facts: {
      ...{ structure: labelling.structureName, wording: facts.wording ?? "" },
      day: facts.day === undefined ? "" : day(facts.day),
    },
  });
}
