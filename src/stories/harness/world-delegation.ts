/** Work entrusted to other cooperatives: the home to two of them, the other cooperative to the second. */

import { answerAgreement, nameDelegate, proposeAgreement, workOf } from "#modules/delegation/index.server.ts";
import { addPerson, grantRole } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { Caller } from "#platform/command.ts";
import { execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { inDays, today } from "./days.ts";
import { found } from "./world-houses.ts";
import { accepted, person } from "./world-inputs.ts";
import type { Act } from "./world-sales.ts";

/** An agreement of a cooperative with another, and what is to be done under it this month. */
export type Entrusted = { readonly agreementId: string; readonly workId: string };

/** `named`: under which `delegate` enters the home. `other`: of the home too, with another house. `there`: of the other one. */
export async function makeDelegations(
  app: App,
  idle: () => Promise<unknown>,
  home: { readonly act: Act; readonly caller: Caller },
  elsewhere: { readonly act: Act; readonly caller: Caller },
): Promise<Record<"named" | "other" | "there", Entrusted>> {
  const house = async (slug: string, name: string) => {
    const { caller } = await found(app, slug, name, "443061841", "44306184100047");
    const act: Act = async (command, input) => accepted(await execute(app, caller, command, input));
    return { slug, act };
  };
  const first = await house("la-paie-commune", "La Paie Commune");
  const second = await house("l-appui-commun", "L’Appui Commun");
  const entrust = async (client: typeof home, provider: typeof first) => {
    const items = [{ work: "declarations", unitPrice: "9000", volume: "1" }];
    const dates = { startsOn: today(), endsOn: inDays(300) };
    const { agreementId } = await client.act(proposeAgreement, { provider: provider.slug, items, ...dates });
    await idle();
    await provider.act(answerAgreement, { agreementId, answer: "sign" });
    await idle();
    const { organizationId } = client.caller;
    const [work] = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
      workOf(tx, organizationId, { agreementId }),
    );
    return { agreementId: agreementId as string, workId: String(work?.id) };
  };
  const named = await entrust(home, first);
  const { personId } = await first.act(addPerson, person("delegate", "Passereau"));
  await first.act(grantRole, { personId, role: "payroll", siteId: "" });
  await idle();
  await first.act(nameDelegate, { agreementId: named.agreementId, personId });
  await idle();
  return { named, other: await entrust(home, second), there: await entrust(elsewhere, second) };
}
