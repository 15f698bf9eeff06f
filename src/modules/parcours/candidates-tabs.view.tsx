import { useLanguage } from "#ui/language.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en as screenEn } from "./candidate/candidate-screen.en.ts";
import { fr as screenFr } from "./candidate/candidate-screen.fr.ts";
import { en as meetingEn } from "./information-meeting/information-meeting.en.ts";
import { fr as meetingFr } from "./information-meeting/information-meeting.fr.ts";
import { en as intakeEn } from "./intake/intake.en.ts";
import { fr as intakeFr } from "./intake/intake.fr.ts";

/** Candidates, their meetings, and the page by which they come: side by side. */
export function CandidatesTabs() {
  const { choose } = useLanguage();
  const { slug, tabPages } = useShell();
  const words = choose({ fr: screenFr, en: screenEn });
  const meetings = choose({ fr: meetingFr, en: meetingEn });
  const intake = choose({ fr: intakeFr, en: intakeEn });
  const mayKeep = tabPages.some(({ key }) => key === "intake");
  return (
    <Tabs
      label={words.title}
      tabs={[
        { to: `/${slug}/candidatures`, label: words.title },
        { to: `/${slug}/reunions-information`, label: meetings.title },
        ...(mayKeep ? [{ to: `/${slug}/reglages/page-publique`, label: intake.title }] : []),
      ]}
    />
  );
}
