import { Building2 } from "lucide-react";
import { redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { cooperativesOf } from "#modules/membership/index.server.ts";
import { appContext } from "#platform/http/context.ts";
import { requireSignedIn } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/cooperatives.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";

/** The cooperatives that one belongs to. Coming in with only one, one goes straight to it. */
export async function loader(args: Route.LoaderArgs) {
  const signedIn = requireSignedIn(args);
  const { database } = args.context.get(appContext);
  const cooperatives = await cooperativesOf(database, signedIn.userId);
  const [first] = cooperatives;
  if (first && cooperatives.length === 1 && new URL(args.request.url).searchParams.has("entree")) {
    throw redirect(`/${first.slug}`);
  }
  return { cooperatives: cooperatives.map(({ slug, name }) => ({ slug, name })), email: signedIn.email };
}

export default function CooperativesPage({ loaderData: { cooperatives, email } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).cooperatives;
  return (
    <div className="mx-auto w-full max-w-2xl">
      <Page title={words.title}>
        {cooperatives.length === 0 ? (
          <EmptyState icon={Building2} title={words.none}>
            {fill(words.noneHelp, { email })}
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-3">
            {cooperatives.map(({ slug, name }) => (
              <li key={slug}>
                <Card>
                  <div className="flex flex-wrap items-center justify-between gap-3">
                    <span className="font-semibold">{name}</span>
                    <ButtonLink to={`/${slug}`} variant="primary" aria-label={`${words.enter} : ${name}`}>
                      {words.enter}
                    </ButtonLink>
                  </div>
                </Card>
              </li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <TextLink to="/compte/securite">{words.security}</TextLink>
          <SubmitForm action="/deconnexion" reloadDocument>
            <SubmitButton variant="secondary">{words.signOut}</SubmitButton>
          </SubmitForm>
        </div>
      </Page>
    </div>
  );
}
