import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { mayGather, mayReadFigures } from "../observatory.policy.ts";
import type { Route } from "./+types/figures.page";
import { en } from "./figures.en.ts";
import { fr } from "./figures.fr.ts";
import { FiguresView, FigureTabs } from "./figures.view.tsx";
import { readFigures } from "./read-figures.store.ts";

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadFigures(reader.actor);
    if (refusal) return refusal;
    const figures = await readFigures(reader, searchParams);
    return { figures, slug: reader.slug, isStaff: mayGather(reader.actor) === null };
  });
}

export default function Figures({ loaderData: { figures, slug, isStaff } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.title} description={words.lead}>
      <FigureTabs slug={slug} isStaff={isStaff} />
      <FiguresView data={figures} file={`/${slug}/chiffres/telecharger`} />
    </Page>
  );
}
