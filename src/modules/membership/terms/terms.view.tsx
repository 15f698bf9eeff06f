import { parseDay } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { ContractKind } from "../contract/contract.ts";
import { en } from "./terms.en.ts";
import { fr } from "./terms.fr.ts";
import type { TermsData } from "./terms.page.tsx";
import { type TermKey, termOf, termsOfKind } from "./terms.ts";
import { termText } from "./terms-form.ts";

/** Which clauses the law wants and nobody wrote yet. */
export function MissingTerms({ data: { missing } }: { readonly data: TermsData }) {
  const { choose } = useLanguage();
  const { labels, page: words } = choose({ fr, en });
  if (missing.length === 0) return <Notice tone="ok">{words.complete}</Notice>;
  const title = missing.length === 1 ? words.missingOne : fill(words.missing, { count: String(missing.length) });
  return (
    <Notice tone="attention" title={title}>
      <ul className="list-disc pl-5">
        {missing.map((key) => (
          <li key={key}>
            {labels[key]} <span className="text-texte2">({termOf(key).article})</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The clauses, each with its article. */
export function TermsList({
  kind,
  values,
}: {
  readonly kind: ContractKind;
  readonly values: Readonly<Partial<Record<TermKey, string>>>;
}) {
  const { choose } = useLanguage();
  const { labels } = choose({ fr, en });
  const known = termsOfKind(kind).filter((key) => (values[key] ?? "") !== "");
  return (
    <dl className="flex flex-col gap-4">
      {known.map((key) => (
        <div key={key}>
          <dt className="font-semibold">
            {labels[key]} <span className="text-aide font-normal text-texte2">{termOf(key).article}</span>
          </dt>
          <dd className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
            <TermWords term={key} value={values[key] ?? ""} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TermWords({ term, value }: { readonly term: TermKey; readonly value: string }) {
  const { choose, language } = useLanguage();
  const { page: words } = choose({ fr, en });
  const { kind } = termOf(term);
  const text = termText(term, value, language);
  if (kind === "hours") return fill(words.perWeek, { hours: text });
  if (kind === "day") {
    const parsed = parseDay(value);
    return parsed === null ? value : day(parsed);
  }
  if (kind !== "amount") return text;
  const amount = `${text} €`;
  if (term === "fixed_part") return fill(words.perMonth, { amount });
  return term === "minimum_turnover" ? fill(words.perYear, { amount }) : amount;
}

/** The original contract and its amendments, the most recent first. */
export function AmendmentList({ amendments }: { readonly amendments: TermsData["amendments"] }) {
  const { choose } = useLanguage();
  const { labels, page: words } = choose({ fr, en });
  return (
    <ul className="flex flex-col divide-y divide-bordure">
      {amendments.map(({ amendment, effectOn, changed }) => (
        <li key={amendment} className="py-2">
          <p>
            <span className="font-semibold">
              {amendment === 0 ? words.originalLine : fill(words.amendmentLine, { number: String(amendment) })}
            </span>
            , {fill(words.effect, { date: day(effectOn) })}
          </p>
          {changed.length === 0 ? null : (
            <p className="text-aide text-texte2">
              {fill(words.changed, { list: changed.map((key) => labels[key]).join(", ") })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The form: as signed first, then an amendment with its day of effect, or the correction of a mistake. */
export function TermsForm({ data, answer }: { readonly data: TermsData; readonly answer: FormAnswer | undefined }) {
  const { choose, language } = useLanguage();
  const { labels, page: words } = choose({ fr, en });
  const { contract, latest, seen, today } = data;
  const title = seen < 0 ? words.first : words.amend;
  return (
    <Card title={title}>
      <SubmitForm
        idempotencyKey={data.key}
        hidden={{ seen: String(seen) }}
        answer={answer}
        className="flex max-w-2xl flex-col gap-4"
      >
        {termsOfKind(contract.kind).map((key) => {
          const { kind, article, mandatory } = termOf(key);
          const props = { name: `values.${key}`, label: labels[key], help: article, optional: !mandatory };
          const value = termText(key, latest[key] ?? "", language);
          if (kind === "day") return <DayInput key={key} {...props} today={today} defaultValue={latest[key] ?? ""} />;
          if (kind === "text") return <Textarea key={key} {...props} defaultValue={value} />;
          return (
            <TextInput key={key} {...props} defaultValue={value} inputMode="decimal" className="max-w-48 text-right" />
          );
        })}
        {seen < 0 ? (
          <input type="hidden" name="from" value={contract.startsOn} />
        ) : (
          <>
            <DayInput name="from" label={words.from} today={today} defaultValue={today} required />
            <Checkbox name="mistake" label={words.mistake} help={words.mistakeHelp} />
            <TextInput name="reason" label={words.reason} maxLength={500} optional />
          </>
        )}
        <SubmitButton className="w-fit">{words.save}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
