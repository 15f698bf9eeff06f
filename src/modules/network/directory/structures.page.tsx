import { Building2, Plus } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { mayEnter, mayPrepare } from "../network.policy.ts";
import type { Route } from "./+types/structures.page";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { readDirectory, searchOf } from "./directory.store.ts";
import { DirectoryView } from "./directory.view.tsx";
import { en as pageEn } from "./public-page.en.ts";
import { fr as pageFr } from "./public-page.fr.ts";

/** What the network knows of organisations, for everybody who belongs to it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const refusal = mayEnter(actor);
    if (refusal) return refusal;
    const search = searchOf(new URL(args.request.url).searchParams, today);
    return {
      slug,
      prepares: mayPrepare(actor) === null,
      directory: await readDirectory(tx, organizationId, search),
    };
  });
}

export default function Structures({ loaderData: { slug, prepares, directory } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const add = prepares ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/structures/nouvelle`}>
      {words.add}
    </ButtonLink>
  ) : null;
  const actions = prepares ? (
    <>
      <ButtonLink to={`/${slug}/structures/page-publique`}>{choose({ fr: pageFr, en: pageEn }).title}</ButtonLink>
      {add}
    </>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={actions}>
      {directory.empty ? (
        <EmptyState icon={Building2} title={words.empty} action={add}>
          {words.emptyHelp}
        </EmptyState>
      ) : (
        <DirectoryView directory={directory} base={`/${slug}/structures`} />
      )}
    </Page>
  );
}
