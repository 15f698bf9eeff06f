import { fill } from "#kernel/language.ts";
import { readPublic } from "#platform/http/public-tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/public-figures.page";
import { en } from "./figures.en.ts";
import { fr } from "./figures.fr.ts";
import { FiguresView } from "./figures.view.tsx";
import { readFigures } from "./read-figures.store.ts";

/** For everybody, once the network opened its public page: what it published, and nothing more. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readPublic(
    args,
    async (reader) => ({ figures: await readFigures(reader, searchParams), slug: reader.slug }),
    "network",
  );
}

export default function PublicFigures({ loaderData: { figures, slug } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={fill(words.publicTitle, { network: figures.network })} description={words.lead}>
      <FiguresView data={figures} file={`/${slug}/observatoire-public/telecharger`} />
    </Page>
  );
}
