import { Calculator } from "lucide-react";
import { type ChangeEvent, useState } from "react";
import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useHydrated } from "#ui/hydrated.island.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en as payrollEn } from "../payroll.en.ts";
import { fr as payrollFr } from "../payroll.fr.ts";
import { PayAlerts, type PayAnswer, PayHeadline } from "./pay-answer.view.tsx";
import { PayBudget } from "./pay-budget.island.tsx";
import { type PayFaults, type PayField, type PayTexts, type PayWay, payQuery, readQuestion } from "./pay-form.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";
import { PayShare } from "./pay-share.view.tsx";
import { PayFamilies, PaySteps } from "./pay-steps.view.tsx";
import { type PayFieldProps, PayWish } from "./pay-wish.view.tsx";
import { usePayAnswer } from "./use-pay-answer.island.ts";

export type PaySimulatorProps = {
  readonly slug: string;
  readonly way: PayWay;
  readonly texts: PayTexts;
  readonly answer: PayAnswer | null;
  readonly available: Cents;
  /** What the address says beside the fields: the activity, and for staff the person. */
  readonly of: Readonly<Record<string, string>>;
  /** Null for one's own pay. */
  readonly personName: string | null;
  /** How many share the activity. */
  readonly sharedBy: number;
};

/** The question on one side, the answer on the other. A plain form without script; with it, the answer follows. */
export function PaySimulator(props: PaySimulatorProps) {
  const { slug, way, available, of, personName, sharedBy } = props;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const refusals: Readonly<Record<string, string>> = choose({ fr: payrollFr, en: payrollEn }).refusals;
  const hydrated = useHydrated();
  const [texts, setTexts] = useState(props.texts);
  const { question, faults } = readQuestion(way, texts, language);
  // Faults that came with the page are told at once.
  const [left, setLeft] = useState<ReadonlySet<PayField>>(() => new Set(Object.keys(faults) as PayField[]));
  const query = payQuery(way, texts, { ...of, sens: way });
  const now = question === null ? null : { question, address: `/${slug}/remuneration/calcul?${query}` };
  const last = usePayAnswer(props.answer, now);
  // An emptied wish asks nothing; a fault being typed keeps the last answer.
  const answer = way === "net" && texts.net.trim() === "" ? null : last.answer;
  const set = (field: PayField, value: string) => setTexts((before) => ({ ...before, [field]: value }));
  const field = (name: PayField): PayFieldProps => ({
    name,
    defaultValue: props.texts[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => set(name, event.currentTarget.value),
    onBlur: () => setLeft((before) => new Set(before).add(name)),
    error: faultOf(faults, name, left, hydrated, refusals),
  });
  const here = `/${slug}/remuneration`;
  const shared = payQuery(way, texts, of);
  const simulation = answer?.kind === "simulation" ? answer.simulation : null;
  const answered = last.question;
  const tooMuch = answered?.way === "budget" && answered.budget > available;
  return (
    <>
      <Tabs
        label={words.ways}
        tabs={[
          { to: `${here}?${way === "budget" ? shared : situation(shared)}`, label: words.fromMoney, end: true },
          { to: `${here}/objectif?${way === "net" ? shared : situation(shared)}`, label: words.fromWish },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-4 sm:gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Form method="get" noValidate className="flex flex-col gap-4 sm:gap-5 lg:sticky lg:top-20">
          {Object.entries(of).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Card>
            <div className="flex flex-col gap-5">
              {way === "budget" ? (
                <PayBudget
                  {...{ available, sharedBy }}
                  moneyPage={`/${slug}/argent?activite=${of.activite}`}
                  first={props.texts.budget}
                  value={texts.budget}
                  onText={(text) => set("budget", text)}
                  field={field("budget")}
                />
              ) : (
                <PayWish kind={props.texts.quoi} onKind={(kind) => set("quoi", kind)} field={field} />
              )}
              {last.away ? <Notice tone="attention">{words.away}</Notice> : null}
              {simulation ? <PayHeadline {...{ way, simulation }} busy={last.busy} /> : null}
              {answer?.kind === "refused" ? <Notice tone="info">{answer.sentence}</Notice> : null}
              {answer === null && way === "net" ? <p className="text-texte2">{words.askWish}</p> : null}
              {simulation && answered ? (
                <PayAlerts
                  simulation={simulation}
                  weeklyHours={answered.weeklyHours}
                  available={tooMuch ? available : null}
                />
              ) : null}
            </div>
          </Card>
          <Card title={personName === null ? words.situation : fill(words.situationOf, { person: personName })}>
            <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
              <TextInput {...field("heures")} label={words.hours} help={words.hoursHelp} inputMode="decimal" />
              <TextInput {...field("taux")} label={words.tax} help={words.taxHelp} inputMode="decimal" optional />
              {way === "budget" ? (
                <AmountInput {...field("fixe")} label={words.fixed} help={words.fixedHelp} optional />
              ) : null}
            </div>
          </Card>
          {hydrated ? null : (
            <div>
              <Button type="submit" variant="primary" icon={Calculator}>
                {words.compute}
              </Button>
            </div>
          )}
        </Form>
        {simulation && answered ? (
          <div className="flex min-w-0 flex-col gap-4 sm:gap-5">
            <Card title={words.where}>
              <PayShare simulation={simulation} />
            </Card>
            <Card title={words.how}>
              <PaySteps simulation={simulation} taxRate={answered.taxRate} />
              <div className="mt-3">
                <PayFamilies run={simulation.run} />
              </div>
            </Card>
          </div>
        ) : null}
      </div>
    </>
  );
}

/** A fault is told once the field is left; without script, at once. */
function faultOf(
  faults: PayFaults,
  name: PayField,
  left: ReadonlySet<PayField>,
  hydrated: boolean,
  refusals: Readonly<Record<string, string>>,
): string | undefined {
  const code = faults[name];
  return code === undefined || (hydrated && !left.has(name)) ? undefined : refusals[code];
}

/** What both ways share of an address: the activity, the person, their hours and tax. */
function situation(query: string): string {
  const parameters = new URLSearchParams(query);
  for (const name of ["budget", "net", "quoi", "depenses"]) parameters.delete(name);
  return parameters.toString();
}
