import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant, requireSignedIn } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en as accessEn } from "../access/access.en.ts";
import { fr as accessFr } from "../access/access.fr.ts";
import { accesses } from "../access/access.store.ts";
import { AccessTable } from "../access/access-table.view.tsx";
import { ArchiveCard } from "../archive/archive-card.view.tsx";
import { archivePurposes } from "../archive/archive-token.ts";
import { chooseConsents } from "../consent/choose-consents.command.ts";
import { en as consentEn } from "../consent/consent.en.ts";
import { fr as consentFr } from "../consent/consent.fr.ts";
import { askedAgainOf, consentsOf, wordingOf } from "../consent/consent.store.ts";
import { PURPOSES } from "../consent/consent.ts";
import { ConsentCard, type ShownConsent } from "../consent/consent-card.view.tsx";
import { askErasure, withdrawErasure } from "../erasure/ask-erasure.command.ts";
import { en as erasureEn } from "../erasure/erasure.en.ts";
import { fr as erasureFr } from "../erasure/erasure.fr.ts";
import { OwnErasureCard } from "../erasure/erasure-card.view.tsx";
import { shownErasure } from "../erasure/shown-erasure.store.ts";
import type { Route } from "./+types/own-data.page";
import { en } from "./own-data.en.ts";
import { fr } from "./own-data.fr.ts";

/** The last readings: the rest is asked for. */
const MINE = { limit: 50, offset: 0 };
const NO_FILTER = { action: null, q: "", from: null, until: null };

/** Each member's own page of data protection: nobody reads another's here. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, timeZone, today }) => {
    const standing = await consentsOf(tx, organizationId, actor.personId);
    const again = await askedAgainOf(tx, organizationId, actor.personId);
    const consents: ShownConsent[] = [];
    for (const purpose of PURPOSES) {
      const last = standing.get(purpose);
      const asked = again.get(purpose);
      consents.push({
        purpose,
        wording: await wordingOf(tx, organizationId, purpose),
        askedAgainOn: asked === undefined ? null : dayIn(asked, timeZone),
        answer:
          last === undefined
            ? null
            : { agreed: last.agreed, on: dayIn(last.at, timeZone), wordingVersion: last.wordingVersion },
      });
    }
    const read = await accesses(tx, organizationId, timeZone, { ...NO_FILTER, about: actor.personId }, MINE);
    const lines = read.rows.map(({ at, ...row }) => ({ ...row, on: dayIn(at, timeZone), time: timeIn(at, timeZone) }));
    const erasure = await shownErasure(tx, organizationId, actor.personId, today);
    return { consents, accesses: lines, erasure };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  if (input.intention === "archive") return prepareArchive(args, input.password ?? "");
  if (input.intention === "ask" || input.intention === "withdraw") return changeRequest(args, form, input.intention);
  if (input.intention !== "consents") throw data(null, { status: 404 });
  const agreed = PURPOSES.filter((purpose) => input[`choix.${purpose}`] !== undefined);
  const asked = PURPOSES.map((purpose) => ({ purpose, version: input[`texte.${purpose}`] }));
  return act(args, form, chooseConsents, { asked, agreed }, () => ({
    to: `/${args.params.cooperative}/mes-donnees`,
    message: { fr: consentFr.saved, en: consentEn.saved },
  }));
}

/** Asks to be forgotten, or takes it back, for oneself. */
async function changeRequest(args: Route.ActionArgs, form: FormData, intent: "ask" | "withdraw") {
  const personId = await readTenant(args, async ({ actor }) => actor.personId);
  const said = intent === "ask" ? "asked" : "withdrawn";
  return act(args, form, intent === "ask" ? askErasure : withdrawErasure, { personId }, () => ({
    to: `/${args.params.cooperative}/mes-donnees`,
    message: { fr: erasureFr[said], en: erasureEn[said] },
  }));
}

/** The file's address, once the person gave their password again. */
async function prepareArchive(args: Route.ActionArgs, password: string) {
  const { identity, tokens } = args.context.get(appContext);
  const confirmed = await identity.confirmPassword(visitorOf(args), requireSignedIn(args), password);
  if (isRefusal(confirmed)) {
    const { problem, status, headers } = refusedAct(args, confirmed);
    return data({ problem, typed: { intention: "archive" } }, { status, headers });
  }
  const { organizationId, personId, now } = await readTenant(args, async (reader) => ({
    ...{ organizationId: reader.organizationId, personId: reader.actor.personId, now: reader.now },
  }));
  const sealed = tokens.make(archivePurposes(now)[0], organizationId, personId);
  return data({ ready: `/${args.params.cooperative}/mes-donnees/archive?acces=${sealed}` });
}

export default function OwnData({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const accessWords = choose({ fr: accessFr, en: accessEn });
  const answer = actionData && "problem" in actionData ? actionData : undefined;
  const ready = actionData && "ready" in actionData ? actionData.ready : null;
  return (
    <Page title={words.title} description={words.lead} width="form">
      <Card title={accessWords.mine} description={accessWords.mineLead}>
        {loaderData.accesses.length === 0 ? (
          <p className="text-texte2">{accessWords.noneOfMine}</p>
        ) : (
          <AccessTable mine caption={accessWords.mine} rows={loaderData.accesses} />
        )}
      </Card>
      <ArchiveCard answer={answer} ready={ready} />
      <ConsentCard consents={loaderData.consents} answer={answer} />
      {loaderData.erasure === null ? null : <OwnErasureCard erasure={loaderData.erasure} answer={answer} />}
    </Page>
  );
}
