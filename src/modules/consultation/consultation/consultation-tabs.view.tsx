import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";

/** What a network does together: asked, met, known, said, planned. */
export function TogetherTabs({ slug }: { readonly slug: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: `/${slug}/consultations`, label: words.tab.consultations },
        { to: `/${slug}/evenements`, label: words.tab.events },
        { to: `/${slug}/feuilles-de-route`, label: words.tab.roadmaps },
      ]}
    />
  );
}

/** The pages of one consultation. */
export function ConsultationTabs({ slug, id }: { readonly slug: string; readonly id: string }) {
  const words = useLanguage().choose({ fr, en });
  const at = `/${slug}/consultations/${id}`;
  return (
    <Tabs
      label={words.tabsOne}
      tabs={[
        { to: at, label: words.one.overview, end: true },
        { to: `${at}/etat-des-lieux`, label: words.one.landscape },
        { to: `${at}/positions`, label: words.one.positions },
        { to: `${at}/participation`, label: words.one.participation },
        { to: `${at}/resultats`, label: words.one.results },
        { to: `${at}/synthese`, label: words.one.synthesis },
      ]}
    />
  );
}
