import { dayIn } from "#kernel/day.ts";
import type { Topic } from "#kernel/topic.ts";
import { timeIn } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import { membersOn } from "../associate/register.store.ts";
import type { Assembly } from "./assembly.ts";

/** Every associate learns of it, through whoever speaks for them. */
export async function tellAssembly(
  context: CommandContext,
  assembly: Pick<Assembly, "id" | "title" | "startsAt">,
  topic: Topic,
): Promise<void> {
  const { tx, organizationId, today } = context;
  const { timeZone } = await organizationProfile(tx, organizationId);
  const to = (await membersOn(tx, organizationId, today)).flatMap(({ voice }) => (voice === null ? [] : [voice]));
  await notify(context, {
    ...{ to, topic, subject: { kind: "governance.assembly", id: assembly.id }, path: `assemblees/${assembly.id}` },
    facts: {
      title: assembly.title,
      day: day(dayIn(assembly.startsAt, timeZone)),
      time: timeIn(assembly.startsAt, timeZone),
    },
  });
}
