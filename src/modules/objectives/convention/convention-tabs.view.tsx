import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Select } from "#ui/text-input.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Amendment, Convention } from "./convention.ts";

/** The pages of one convention. */
export function ConventionTabs({
  slug,
  convention,
}: {
  readonly slug: string;
  readonly convention: Pick<Convention, "id">;
}) {
  const words = useLanguage().choose({ fr, en });
  const at = `/${slug}/conventions-d-objectifs/${convention.id}`;
  return (
    <Tabs
      label={words.pages}
      tabs={[
        { to: at, label: words.page.overview, end: true },
        { to: `${at}/objectifs`, label: words.page.objectives },
        { to: `${at}/financement`, label: words.page.funding },
        { to: `${at}/actions`, label: words.page.actions },
        { to: `${at}/effets`, label: words.page.effects },
      ]}
    />
  );
}

/** Whether it is signed, and since when. */
export function SignedBadge({ signedOn }: Pick<Convention, "signedOn">) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return signedOn === null ? (
    <Badge tone="attention">{words.draft}</Badge>
  ) : (
    <Badge tone="ok">{fill(words.signedBadge, { day: mediumDay(signedOn, language) })}</Badge>
  );
}

/** The amendment that brings a change to what was signed; nothing before the signature. */
export function AmendmentField({
  convention,
  amendments,
}: {
  readonly convention: Pick<Convention, "signedOn">;
  readonly amendments: readonly Amendment[];
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (convention.signedOn === null) return null;
  if (amendments.length === 0) return <p className="text-texte2">{words.amendmentFirst}</p>;
  return (
    <Select
      name="amendment"
      label={words.underAmendment}
      help={words.amendmentHelp}
      defaultValue={String(amendments.at(-1)?.number)}
      options={amendments.map(({ number, agreedOn }) => ({
        value: String(number),
        label: fill(words.amendment, { number: String(number), day: mediumDay(agreedOn, language) }),
      }))}
    />
  );
}
