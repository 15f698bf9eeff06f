/** A joint bid that somebody begins: of an activity in a cooperative, of a structure in the network. */
import { openBid, partsOfBid } from "#modules/bid/index.server.ts";
import type { App } from "#platform/app.ts";
import { type Caller, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { inDays } from "./days.ts";
import { accepted, PASSWORD } from "./world-inputs.ts";

export async function beginBid(
  app: App,
  { organizationId, email }: Pick<Caller, "organizationId"> & { readonly email: string },
  whose: { readonly word: string; readonly activityId?: string; readonly house?: string },
): Promise<{ readonly bidId: string; readonly partId: string }> {
  const userId = await app.identity.ensureUser({ email, name: "Dominique", password: PASSWORD });
  const { word, ...place } = whose;
  const { bidId } = accepted(
    await execute(app, { organizationId, userId }, openBid, {
      ...{ title: `Marché ${word}`, buyer: `Commune ${word}`, buyerSiren: "356000000", deadline: inDays(20) },
      ...{ billing: "lead", task: "Tout", amount: "100000", houseSiren: "443061841", ...place },
    }),
  );
  const parts = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
    partsOfBid(tx, organizationId, bidId),
  );
  return { bidId, partId: String(parts[0]?.id) };
}
