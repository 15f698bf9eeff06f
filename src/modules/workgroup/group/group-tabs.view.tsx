import { fill } from "#kernel/language.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./group.en.ts";
import { fr } from "./group.fr.ts";
import type { Workgroup } from "./group.ts";

/** The pages of one group; and, once its work is over, since when. */
export function GroupTabs({
  slug,
  group,
}: {
  readonly slug: string;
  readonly group: Pick<Workgroup, "id" | "closedOn">;
}) {
  const words = useLanguage().choose({ fr, en });
  const at = `/${slug}/groupes-de-travail/${group.id}`;
  return (
    <>
      <Tabs
        label={words.oneTabs}
        tabs={[
          { to: at, label: words.one.overview, end: true },
          { to: `${at}/seances`, label: words.one.sessions },
          { to: `${at}/travaux`, label: words.one.work },
          { to: `${at}/trame`, label: words.one.template },
        ]}
      />
      {group.closedOn === null ? null : <Notice>{fill(words.closedOn, { day: day(group.closedOn) })}</Notice>}
    </>
  );
}
