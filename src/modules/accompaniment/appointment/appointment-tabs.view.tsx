import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en as permanenceEn } from "../permanence/permanence.en.ts";
import { fr as permanenceFr } from "../permanence/permanence.fr.ts";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";

/** One's own appointments, and where one books another one. */
export function AppointmentTabs({ slug }: { readonly slug: string }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const permanence = choose({ fr: permanenceFr, en: permanenceEn });
  return (
    <Tabs
      label={words.mine}
      tabs={[
        { to: `/${slug}/rendez-vous`, label: words.mine, end: true },
        { to: `/${slug}/permanences`, label: permanence.title },
      ]}
    />
  );
}
