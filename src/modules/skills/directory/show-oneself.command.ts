import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { recordConsent } from "#modules/privacy/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, optionalText, ticked } from "#platform/field.ts";
import type { DirectoryRefusalCode } from "./directory.fr.ts";
import { mayShowOneself } from "./directory.policy.ts";
import { knownOf, writeEntry } from "./directory.store.ts";
import { SHOWN_PARTS, saysNothing } from "./entry.ts";

type Shown = { readonly shown: boolean };

/**
 * Chooses what the other members see of oneself, and agrees to it; or, not agreeing, leaves the directory at once. The words
 * that were agreed to are kept with the answer (privacy).
 */
export const showOneself = defineCommand({
  name: "skills.entry.save",
  input: z.object({
    agreed: ticked(),
    trade: optionalText(80),
    presentation: optionalText(500),
    shows: z.array(oneOf(SHOWN_PARTS)).default([]),
    skillIds: z.array(z.string()).default([]),
  }),
  async run(context, { agreed, ...given }): Promise<Shown | Refusal<DirectoryRefusalCode>> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayShowOneself(actor);
    if (refusal) return refusal;
    const { personId } = actor;
    if (agreed) {
      // Only what one said of oneself: a skill never evaluated has no level to show.
      const [known] = await knownOf({ tx, organizationId, today }, [personId]);
      const skills = (known?.skills ?? []).filter(({ id }) => given.skillIds.includes(id));
      const choice = { ...given, skillIds: skills.map(({ id }) => id) };
      if (saysNothing(choice)) return refuse("invalid", "directory.nothing", {}, "trade");
      await writeEntry(
        context,
        choice,
        skills.map(({ name }) => name),
      );
    }
    const answer = await recordConsent(context, { personId, purpose: "directory", agreed });
    if (isRefusal(answer)) throw new Error(`one answers for oneself: ${answer.code}`);
    context.audit({ subjectKind: "skills.entry", subjectId: personId, details: { shown: agreed } });
    return { shown: agreed };
  },
});
