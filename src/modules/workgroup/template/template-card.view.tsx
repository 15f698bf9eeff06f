import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Template } from "./template.store.ts";

/** The steps that the group proposes. */
export function TemplateCard({ template, timeZone }: { readonly template: Template; readonly timeZone: string }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const version = { number: String(template.number), day: longDay(dayIn(template.publishedAt, timeZone), language) };
  return (
    <Card title={template.title} description={fill(words.templateVersion, version)}>
      {template.introduction === "" ? null : (
        <p className="mb-3 max-w-prose whitespace-pre-line">{template.introduction}</p>
      )}
      <ol className="list-decimal pl-6">
        {template.steps.map((step) => (
          <li key={step} className="py-1">
            {step}
          </li>
        ))}
      </ol>
    </Card>
  );
}
