import type { ReactNode } from "react";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { day, month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { RuleVersion } from "../rule/rule.ts";
import { TO_BE_VOTED } from "../rule/rule-template.ts";
import { RuleText } from "../rule/rule-text.view.tsx";
import { en } from "./run-screen.en.ts";
import { fr } from "./run-screen.fr.ts";

/** The rule in force with the resolution that voted it; says when an assembly still has to. */
export function RuleCard({ rule, actions }: { readonly rule: RuleVersion | null; readonly actions?: ReactNode }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (rule === null) {
    return (
      <Card title={words.noRule} actions={actions}>
        <p className="max-w-prose text-texte2">{words.noRuleHelp}</p>
      </Card>
    );
  }
  const toVote = rule.resolution.reference === TO_BE_VOTED;
  return (
    <Card title={words.rule} actions={actions}>
      <RuleText rule={rule.rule} />
      <p className="mt-3 flex flex-wrap items-center gap-2 text-aide text-texte2">
        {toVote ? (
          <>
            <Badge tone="attention">{words.toVote}</Badge>
            {words.toVoteHelp}
          </>
        ) : (
          fill(words.ruleOf, {
            month: monthText(rule.effectiveFrom, language),
            resolution: rule.resolution.reference,
            date: day(rule.resolution.decidedOn),
          })
        )}
      </p>
    </Card>
  );
}
