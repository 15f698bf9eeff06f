import type { Day } from "#kernel/day.ts";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import { en as articlesEn } from "../setup/articles.en.ts";
import { fr as articlesFr } from "../setup/articles.fr.ts";
import { ADMITTERS, type Admitter } from "../setup/articles.ts";
import { en } from "./associate.en.ts";
import { fr } from "./associate.fr.ts";
import type { AssociateSheet } from "./associate-sheet.store.ts";

type Option = { readonly value: string; readonly label: string };
type Acts = {
  readonly sheet: AssociateSheet;
  readonly colleges: readonly Option[];
  readonly people: readonly Option[];
  /** Who admits, as the articles say. */
  readonly admittedBy: Admitter;
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

/** What may be recorded of an associate in their present state. */
export function AssociateActs(acts: Acts) {
  switch (acts.sheet.status) {
    case "applied":
      return <Decide {...acts} />;
    case "admitted":
      return (
        <>
          <Move {...acts} />
          <Leave {...acts} />
        </>
      );
    case "declined":
    case "left":
      return <Again {...acts} />;
    case "unknown":
      return null;
  }
}

function useWords() {
  const { choose } = useLanguage();
  return { words: choose({ fr, en }), articles: choose({ fr: articlesFr, en: articlesEn }) };
}

function Decide({ admittedBy, today, answer, idempotencyKey }: Acts) {
  const { words, articles } = useWords();
  const admitters = ADMITTERS.map((value) => ({ value, label: articles.admitters[value] }));
  return (
    <Card title={words.decide}>
      <SubmitForm intent="decide" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
        <RadioGroup
          name="decision"
          label={words.decision}
          layout="row"
          defaultValue="admit"
          options={(["admit", "decline"] as const).map((value) => ({ value, label: words.decisions[value] }))}
        />
        <DayInput name="effectOn" label={words.decidedOn} today={today} defaultValue={today} required />
        <Select name="decidedBy" label={words.decidedBy} options={admitters} defaultValue={admittedBy} />
        <Textarea name="reason" label={words.reason} maxLength={500} rows={2} optional />
        <SubmitButton className="self-start">{words.decideSubmit}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

function Move({ sheet, colleges, people, today, answer, idempotencyKey }: Acts) {
  const { words } = useWords();
  if (colleges.length < 2 && sheet.kind === "person") return null;
  return (
    <Folded title={words.move} open={answer?.typed?.intention === "assign"}>
      <SubmitForm intent="assign" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
        <Select name="college" label={words.college} options={colleges} defaultValue={String(sheet.college.number)} />
        {sheet.kind === "organization" ? (
          <Combobox
            name="representativeId"
            label={words.representative}
            options={people}
            defaultValue={sheet.representativeId ?? ""}
          />
        ) : null}
        <DayInput name="effectOn" label={words.moveOn} today={today} defaultValue={today} required />
        <SubmitButton className="self-start">{words.moveSubmit}</SubmitButton>
      </SubmitForm>
    </Folded>
  );
}

function Leave({ today, answer, idempotencyKey }: Acts) {
  const { words } = useWords();
  return (
    <Folded title={words.leave} open={answer?.typed?.intention === "leave"}>
      <p className="mb-3 text-texte2">{words.leaveLead}</p>
      <SubmitForm intent="leave" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
        <RadioGroup
          name="kind"
          label={words.leaveKind}
          help={words.excludedByAssembly}
          layout="row"
          defaultValue="leave"
          options={(["leave", "exclude", "die"] as const).map((value) => ({ value, label: words.leaveKinds[value] }))}
        />
        <DayInput name="effectOn" label={words.leaveOn} today={today} defaultValue={today} required />
        <Textarea name="reason" label={words.reason} maxLength={500} rows={2} optional />
        <SubmitButton className="self-start">{words.leaveSubmit}</SubmitButton>
      </SubmitForm>
    </Folded>
  );
}

function Again({ colleges, today, answer, idempotencyKey }: Acts) {
  const { words } = useWords();
  return (
    <Folded title={words.applyAgain} open={answer?.typed?.intention === "again"}>
      <SubmitForm intent="again" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
        <Select name="college" label={words.college} options={colleges} />
        <DayInput name="effectOn" label={words.appliedOn} today={today} defaultValue={today} required />
        <SubmitButton className="self-start">{words.applySubmit}</SubmitButton>
      </SubmitForm>
    </Folded>
  );
}

function Folded({ title, open, children }: { title: string; open: boolean; children: React.ReactNode }) {
  return (
    <details open={open} className="rounded-xl border border-bordure bg-surface p-4 sm:p-5">
      <summary className="cursor-pointer font-semibold">{title}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}
