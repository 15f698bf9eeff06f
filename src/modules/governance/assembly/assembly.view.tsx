import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en as associateEn } from "../associate/associate.en.ts";
import { fr as associateFr } from "../associate/associate.fr.ts";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import type { AssemblyStatus } from "./assembly.ts";
import type { ShownMotion } from "./assembly-reading.store.ts";

const TONE = { draft: "neutre", convened: "info", open: "attention", closed: "ok", cancelled: "erreur" } as const;

export function AssemblyState({ status }: { readonly status: AssemblyStatus }) {
  const words = useLanguage().choose({ fr, en });
  return <Badge tone={TONE[status]}>{words.statuses[status]}</Badge>;
}

/** What an associate reads: assemblies, decisions, their own shares. */
export function AssemblyTabs({ slug }: { readonly slug: string }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const associate = choose({ fr: associateFr, en: associateEn });
  return (
    <Tabs
      label={associate.tabs}
      tabs={[
        { to: `/${slug}/assemblees`, label: words.title, end: true },
        { to: `/${slug}/decisions`, label: words.decisions, end: true },
        { to: `/${slug}/mes-parts`, label: associate.myTitle, end: true },
      ]}
    />
  );
}

/** What became of a motion, in figures and in a word. */
export function MotionResult({ motion }: { readonly motion: ShownMotion }) {
  const words = useLanguage().choose({ fr, en });
  const { result } = motion;
  if (result === null) return null;
  const facts = (votes: { for: number; against: number; abstain: number }) => ({
    ...{ for: String(votes.for), against: String(votes.against), abstain: String(votes.abstain) },
  });
  const total = { for: result.votesFor, against: result.votesAgainst, abstain: result.votesAbstain };
  return (
    <div className="flex flex-col gap-1">
      <p>
        <Badge tone={result.adopted ? "ok" : "erreur"}>{result.adopted ? words.adopted : words.rejected}</Badge>{" "}
        {fill(words.resultLine, { ...facts(total), share: result.share })}
      </p>
      {result.colleges.map((one) => (
        <p key={one.name} className="text-aide text-texte2">
          {fill(words.collegeLine, { college: one.name, ...facts(one.votes) })}
        </p>
      ))}
      {result.countedBy === "" ? null : (
        <p className="text-aide text-texte2">{fill(words.secretLine, { name: result.countedBy })}</p>
      )}
    </div>
  );
}
