import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en as associateEn } from "./associate/associate.en.ts";
import { fr as associateFr } from "./associate/associate.fr.ts";
import { en as articlesEn } from "./setup/articles.en.ts";
import { fr as articlesFr } from "./setup/articles.fr.ts";

/** The register and what the articles say of it. */
export function GovernanceTabs({ slug, governs }: { readonly slug: string; readonly governs: boolean }) {
  const { choose } = useLanguage();
  const words = choose({ fr: associateFr, en: associateEn });
  const articles = choose({ fr: articlesFr, en: articlesEn });
  // Who only keeps the shares has one page.
  if (!governs) return null;
  const tabs = [
    { to: `/${slug}/associes`, label: words.title, end: true },
    { to: `/${slug}/reglages/associes`, label: articles.tab, end: true },
  ];
  return <Tabs label={words.tabs} tabs={tabs} />;
}
