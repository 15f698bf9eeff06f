import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { longDay } from "./format.ts";
import { useLanguage } from "./language.tsx";
import { ProgressBar } from "./progress.tsx";

export type StoryProgress = { readonly percent: number; readonly day: Day };

const EVERY_MS = 3000;

/** How far the demonstration is told, asked again every three seconds; shows the page anew once all is there. */
export function StoryBanner({ first, href }: { readonly first: StoryProgress; readonly href: string }) {
  const { words, language } = useLanguage();
  const { revalidate } = useRevalidator();
  const [progress, setProgress] = useState<StoryProgress | null>(first);
  useEffect(() => {
    if (progress === null) return;
    const timer = setTimeout(async () => {
      const answer = await fetch(href).catch(() => null);
      // Away for a moment: the same words stay, and it is asked again.
      const next = answer?.ok ? ((await answer.json()) as StoryProgress | null) : { ...progress };
      setProgress(next);
      if (next === null) revalidate();
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [progress, href, revalidate]);
  if (progress === null) return null;
  const told = fill(words.story.told, { percent: String(progress.percent), day: longDay(progress.day, language) });
  return (
    <aside aria-label={words.story.title} className="border-b border-bordure bg-surface print:hidden">
      <div className="cadre py-2.5">
        <ProgressBar label={words.story.title} value={progress.percent} max={100} words={told} />
      </div>
    </aside>
  );
}
