import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Topic } from "#kernel/topic.ts";
import { timeIn } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import { ASSEMBLY_CONVENED } from "../topics.ts";
import type { Assembly } from "./assembly.ts";

/** Those whom an assembly concerns learn of it; of its convocation they have a mail of its own already. */
export async function tellAssembly(
  context: CommandContext,
  assembly: Pick<Assembly, "id" | "title" | "startsAt">,
  topic: Topic,
  to: readonly PersonId[],
): Promise<void> {
  const { tx, organizationId } = context;
  const { timeZone } = await organizationProfile(tx, organizationId);
  await notify(context, {
    ...{ to, topic, subject: { kind: "governance.assembly", id: assembly.id }, path: `assemblees/${assembly.id}` },
    mailed: topic === ASSEMBLY_CONVENED,
    facts: {
      title: assembly.title,
      day: day(dayIn(assembly.startsAt, timeZone)),
      time: timeIn(assembly.startsAt, timeZone),
    },
  });
}
