import { useLanguage } from "#ui/language.tsx";
import type { ContributionRule } from "./rule.ts";
import { ruleSummary } from "./rule-summary.ts";

/** A rule in plain words, as an assembly reads it. */
export function RuleText({ rule }: { readonly rule: ContributionRule }) {
  const { language } = useLanguage();
  const { title, bands, lines } = ruleSummary(rule, language);
  return (
    <div className="flex max-w-prose flex-col gap-2">
      <p className="font-semibold">{title}</p>
      {bands.length > 0 ? (
        <ul className="list-disc pl-5 tabular-nums">
          {bands.map((band) => (
            <li key={band}>{band}</li>
          ))}
        </ul>
      ) : null}
      {lines.map((line) => (
        <p key={line}>{line}.</p>
      ))}
    </div>
  );
}
