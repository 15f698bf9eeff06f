import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Problem } from "#ui/problem.ts";
import { en } from "../figure/figures.en.ts";
import { fr } from "../figure/figures.fr.ts";
import { FigureTabs } from "../figure/figures.view.tsx";
import { mayGather } from "../observatory.policy.ts";
import { publishFigures } from "../release/publish-figures.command.ts";
import type { Route } from "./+types/adhesions.page";
import { listJoined } from "./adhesion.store.ts";
import { HouseTable, YearTable } from "./adhesions.view.tsx";
import { cancelInvitation, inviteStructure, revokeAdhesion } from "./invite-structure.command.ts";
import { yearsReceived } from "./years-received.store.ts";

export function loader(args: Route.LoaderArgs) {
  const app = args.context.get(appContext);
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, timeZone }) => {
    const refusal = mayGather(actor);
    if (refusal) return refusal;
    const houses = await listJoined(tx, organizationId, now);
    return {
      slug,
      address: `${app.settings.publicUrl.replace(/\/$/, "")}/${slug}`,
      timeZone,
      houses: houses.map(({ since, expiresAt, ...house }) => ({
        ...house,
        since: since === null ? null : dayIn(since, timeZone),
        expiresOn: expiresAt === null ? null : dayIn(expiresAt, timeZone),
      })),
      years: await yearsReceived(tx, organizationId),
    };
  });
}

export type AdhesionsData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const input = Object.fromEntries(form);
  const there = `/${args.params.cooperative}/chiffres/reponses`;
  const refused = ({ problem, status }: { readonly problem: Problem; readonly status: number }) =>
    data({ problem, given: null }, { status });
  switch (form.get("intention")) {
    case "invite": {
      // Shown once, here and now: it is in no address, no cookie, no row.
      const result = await runCommand(args, inviteStructure, input);
      if (!result.ok) return refused(result);
      return data({ problem: undefined, given: { ...result.output, structureId: String(form.get("structureId")) } });
    }
    case "cancel": {
      const result = await runCommand(args, cancelInvitation, input);
      return result.ok ? redirect(there, { headers: flash(fr.cancelled) }) : refused(result);
    }
    case "revoke": {
      const result = await runCommand(args, revokeAdhesion, input);
      return result.ok ? redirect(there, { headers: flash(fr.revoked) }) : refused(result);
    }
    default: {
      const result = await runCommand(args, publishFigures, input);
      return result.ok ? redirect(there, { headers: flash(fr.publishedNow) }) : refused(result);
    }
  }
}

export default function Adhesions({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, houses, address, timeZone } = loaderData;
  const given = actionData?.given ?? null;
  const invited = houses.find(({ structureId }) => structureId === given?.structureId);
  return (
    <Page title={words.housesTitle} description={words.housesLead}>
      <FigureTabs slug={slug} isStaff />
      {given === null ? null : (
        <Notice tone="ok" title={fill(words.codeTitle, { name: invited?.name ?? "" })}>
          <p className="my-2 font-mono text-titre font-bold tracking-wider select-all">{given.code}</p>
          <p>{fill(words.codeText, { address, day: longDay(dayIn(given.expiresAt, timeZone), language) })}</p>
        </Notice>
      )}
      {actionData?.problem ? <Notice tone="erreur">{actionData.problem.sentence}</Notice> : null}
      <YearTable data={loaderData} />
      <HouseTable data={loaderData} />
    </Page>
  );
}
