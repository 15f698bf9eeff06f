import { data, isRouteErrorResponse, redirect } from "react-router";
import { EmptyState } from "#ui/empty-state.tsx";
import { LanguageProvider, useLanguage } from "#ui/language.tsx";
import { typedValues } from "#ui/problem.ts";
import type { Route } from "./+types/client.page";
import { answerOnline } from "./answer-online.command.ts";
import { ClientView } from "./client.view.tsx";
import { clientDocument } from "./client-document.store.ts";
import { answerAsClient, CLIENT_HEADERS, readAsClient } from "./client-door.store.ts";
import { en } from "./link.en.ts";
import { fr } from "./link.fr.ts";

/** The page of a document for its customer, who has no account: the address alone opens it, and only it. */
export async function loader(args: Route.LoaderArgs) {
  const shown = await readAsClient(args, clientDocument);
  return data({ shown, here: new URL(args.request.url).pathname.replace(/\.data$/, "") }, { headers: CLIENT_HEADERS });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const answer = text("intention");
  const refused = await answerAsClient(args, answerOnline, {
    answer,
    name: text("name"),
    agreed: text("agreed"),
    reason: text("reason"),
  });
  if (refused === null) return redirect(`/document/${args.params.token}`, { headers: CLIENT_HEADERS });
  return data({ problem: refused.problem, typed: typedValues(form) }, { status: refused.status });
}

export function headers() {
  return CLIENT_HEADERS;
}

export default function ClientPage({ loaderData, actionData }: Route.ComponentProps) {
  const { shown, here } = loaderData;
  return (
    <LanguageProvider value={shown.language}>
      <meta name="robots" content="noindex, nofollow" />
      <ClientView shown={shown} here={here} answer={actionData ?? null} />
    </LanguageProvider>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const words = useLanguage().choose({ fr, en });
  const answer = isRouteErrorResponse(error) ? error : null;
  return (
    <main className="cadre py-12">
      <title>{words.gone}</title>
      <meta name="robots" content="noindex, nofollow" />
      <EmptyState heading title={answer?.status === 429 ? words.tooFast : words.gone}>
        {answer?.status === 429 ? null : words.goneHelp}
      </EmptyState>
    </main>
  );
}
