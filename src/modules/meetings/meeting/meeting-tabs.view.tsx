import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en as proposalEn } from "../proposal/proposal.en.ts";
import { fr as proposalFr } from "../proposal/proposal.fr.ts";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";

/** Meetings, and what people propose there. */
export function MeetingTabs({ slug }: { readonly slug: string }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const proposals = choose({ fr: proposalFr, en: proposalEn });
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: `/${slug}/reunions`, label: words.title, end: true },
        { to: `/${slug}/propositions`, label: proposals.title, end: true },
      ]}
    />
  );
}
