import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ProgressBar } from "#ui/progress.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import type { PhaseStatus } from "./consultation.ts";

const TONES: Record<PhaseStatus, Tone> = { prepared: "neutre", open: "info", closed: "ok" };

export function PhaseState({ status }: { readonly status: PhaseStatus }) {
  const words = useLanguage().choose({ fr, en });
  return <Badge tone={TONES[status]}>{words.statuses[status]}</Badge>;
}

/** How many of those asked have answered, as a bar and in words. */
export function Answered({
  title,
  answered,
  asked,
}: {
  readonly title: string;
  readonly answered: number;
  readonly asked: number;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <ProgressBar
      label={fill(words.answeredLabel, { title })}
      value={answered}
      max={asked}
      words={fill(words.answeredOf, { answered: String(answered), asked: String(asked) })}
    />
  );
}
