import { fill } from "#kernel/language.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readPublic } from "#platform/http/public-tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/public-directory.page";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { readDirectory, searchOf } from "./directory.store.ts";
import { DirectoryView } from "./directory.view.tsx";
import { publicPageOf } from "./page.store.ts";

/** The directory for anybody: listed structures, without anything of their representatives. */
export function loader(args: Route.LoaderArgs) {
  return readPublic(
    args,
    async ({ tx, organizationId, slug, today }) => {
      const search = { ...searchOf(new URL(args.request.url).searchParams, today), listedOnly: true };
      return {
        slug,
        name: (await organizationProfile(tx, organizationId)).legalName,
        introduction: (await publicPageOf(tx, organizationId)).introduction,
        directory: await readDirectory(tx, organizationId, search),
      };
    },
    "network",
  );
}

export default function PublicDirectory({ loaderData: { slug, name, introduction, directory } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={fill(words.publicTitle, { network: name })}
      description={introduction === "" ? words.publicLead : <span className="whitespace-pre-line">{introduction}</span>}
    >
      <DirectoryView directory={directory} base={`/${slug}/annuaire-public`} />
    </Page>
  );
}
