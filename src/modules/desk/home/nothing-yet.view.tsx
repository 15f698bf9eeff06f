import { Sprout } from "lucide-react";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "./home.en.ts";
import { fr } from "./home.fr.ts";

/** Of the cooperative already, with no activity nor support role yet: what comes next, and from whom. */
export function NothingYet({ firstName, today }: { readonly firstName: string; readonly today: Day }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={fill(words.hello, { name: firstName })} description={longDay(today, language)}>
      <EmptyState icon={Sprout} title={words.nothingYet}>
        {words.nothingYetHelp}
      </EmptyState>
    </Page>
  );
}
