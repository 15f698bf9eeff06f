import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en as minutesEn } from "../minutes/minutes.en.ts";
import { fr as minutesFr } from "../minutes/minutes.fr.ts";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import type { AssemblyStatus } from "./assembly.ts";

type Given = {
  readonly slug: string;
  readonly assemblyId: string;
  readonly status: AssemblyStatus;
  readonly governs: boolean;
  readonly isVoter: boolean;
  readonly hasMinutes: boolean;
  /** How many would be called. */
  readonly members: number;
  readonly answer: FormAnswer | null;
};

/** What is done with an assembly in its present state; the next step is the main one. */
export function AssemblyActs({ slug, assemblyId, status, governs, isVoter, hasMinutes, members, answer }: Given) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const minutes = choose({ fr: minutesFr, en: minutesEn });
  const here = `/${slug}/assemblees/${assemblyId}`;
  return (
    <>
      {status === "open" && isVoter ? (
        <ButtonLink variant="primary" to={`${here}/voter`}>
          {words.mineOpen}
        </ButtonLink>
      ) : null}
      {status === "open" && governs ? <ButtonLink to={`${here}/seance`}>{words.session}</ButtonLink> : null}
      {status === "closed" && (governs || hasMinutes) ? (
        <ButtonLink variant="primary" to={`${here}/proces-verbal`}>
          {minutes.title}
        </ButtonLink>
      ) : null}
      {status === "draft" && governs ? <ButtonLink to={`${here}/modifier`}>{words.edit}</ButtonLink> : null}
      {governs && (status === "draft" || status === "convened") ? (
        <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet">
          <p>{words.cancelLead}</p>
          <SubmitForm intent="cancel" answer={answer}>
            <SubmitButton variant="danger">{words.cancelSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
      {governs && status === "draft" ? (
        <Confirm trigger={words.convene} title={words.conveneTitle} variant="primary">
          <p>{fill(words.conveneLead, { count: String(members) })}</p>
          <SubmitForm intent="convene" answer={answer}>
            <SubmitButton>{words.conveneSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
      {governs && status === "convened" ? (
        <Confirm trigger={words.open} title={words.openTitle} variant="primary">
          <p>{words.openLead}</p>
          <SubmitForm intent="open" answer={answer}>
            <SubmitButton>{words.openSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </>
  );
}
