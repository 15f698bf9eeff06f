import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";

export function GridTabs({ slug }: { readonly slug: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: `/${slug}/cooperation`, label: words.tabProjects, end: true },
        { to: `/${slug}/cooperation/grilles`, label: words.tabModels },
        { to: `/${slug}/conventions-d-objectifs`, label: words.tabConventions },
      ]}
    />
  );
}
