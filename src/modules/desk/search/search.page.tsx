import { SearchX } from "lucide-react";
import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/search.page";
import { useActs } from "./acts.island.ts";
import { HitList } from "./hit-list.tsx";
import { SEARCH_PROVIDERS } from "./providers.ts";
import { en } from "./search.en.ts";
import { fr } from "./search.fr.ts";
import { readSearchQuery, type SearchHit } from "./search.ts";

const HITS_EACH = 6;

export function loader(args: Route.LoaderArgs) {
  const query = readSearchQuery(new URL(args.request.url).searchParams.get("q"), args.context.get(languageContext));
  return readTenant(args, async (reader): Promise<{ query: string; hits: SearchHit[] }> => {
    if (query === null) return { query: "", hits: [] };
    const hits: SearchHit[] = [];
    // One after the other: they share one connection, in one transaction.
    for (const provider of SEARCH_PROVIDERS) hits.push(...(await provider(reader, query, HITS_EACH)));
    return { query: query.text, hits };
  });
}

/** The same search as Ctrl K, as an ordinary page: works without script and has an address. */
export default function SearchPage({ loaderData: { query, hits } }: Route.ComponentProps) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const groups = useActs(query);
  const total = hits.length + groups.places.length + groups.creations.length;
  return (
    <Page title={words.title} width="form">
      <Form method="get" role="search" className="flex items-end gap-3">
        <TextInput
          name="q"
          label={words.label}
          placeholder={words.placeholder}
          defaultValue={query}
          key={query}
          autoComplete="off"
          fieldClassName="flex-1"
        />
        <Button type="submit" variant="primary">
          {words.submit}
        </Button>
      </Form>
      {query === "" ? <p className="text-texte2">{words.start}</p> : null}
      {query !== "" && total === 0 ? (
        <EmptyState icon={SearchX} title={fill(words.nothing, { query })}>
          {words.nothingHelp}
        </EmptyState>
      ) : (
        <>
          {query === "" ? null : (
            <p role="status" className="text-aide text-texte2">
              {plural(total, words.found, words.foundMany)}
            </p>
          )}
          <HitList hits={hits} groups={groups} />
        </>
      )}
    </Page>
  );
}
