import { readPublic } from "#platform/http/public-tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/thanks.page";
import { en } from "./application.en.ts";
import { fr } from "./application.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readPublic(args, async ({ slug }) => ({ slug }));
}

/** The same words whatever was known before: the message alone tells more. */
export default function Thanks({ loaderData: { slug } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.thanksTitle}>
      <Notice tone="ok">
        <p>{words.thanks}</p>
        <p className="mt-2">{words.thanksNothing}</p>
      </Notice>
      <p>
        <TextLink to={`/${slug}/rejoindre`}>{words.back}</TextLink>
      </p>
    </Page>
  );
}
