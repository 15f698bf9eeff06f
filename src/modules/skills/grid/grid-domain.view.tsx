import { Plus } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";
import { type Domain, levelName, type Skill } from "./grid.ts";
import type { Shown } from "./grid-scale.view.tsx";
import { SkillForm } from "./skill-form.view.tsx";

/** A domain: its skills, what is expected of each, and the forms that change them. */
export function DomainCard({ domain, ...shown }: Shown & { readonly domain: Domain }) {
  const { data, grid, answer } = shown;
  const words = useLanguage().choose({ fr, en });
  const { id, name, skills } = domain;
  const renaming = answer?.typed?.intention === "saveDomain" && answer.typed.domainId === id ? answer : undefined;
  const adding = data.open.domainId === id;
  return (
    <Card
      title={name}
      actions={
        <ButtonLink
          size="small"
          icon={Plus}
          to={`?ajouter=${id}#domaine-${id}`}
          aria-label={fill(words.addSkillTo, { name })}
        >
          {words.addSkill}
        </ButtonLink>
      }
    >
      <div id={`domaine-${id}`} className="flex scroll-mt-20 flex-col gap-3">
        {skills.length === 0 && !adding ? <p className="text-texte2">{words.noSkill}</p> : null}
        <ul className="divide-y divide-bordure">
          {skills.map((skill) => (
            <li key={skill.id} id={`competence-${skill.id}`} className="scroll-mt-20 py-3">
              {data.open.skillId === skill.id ? (
                <SkillForm skill={skill} domainId={id} {...shown} />
              ) : (
                <SkillLine skill={skill} {...shown} />
              )}
            </li>
          ))}
        </ul>
        {adding ? <SkillForm skill={null} domainId={id} {...shown} /> : null}
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-bordure pt-3">
          <details open={renaming !== undefined || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 text-marque" aria-label={fill(words.renameOf, { name })}>
              {words.renameDomain}
            </summary>
            <SubmitForm
              intent="saveDomain"
              idempotencyKey={`${data.key}-${id}`}
              hidden={{ version: String(grid.version), domainId: id }}
              answer={renaming ?? null}
              className="flex flex-wrap items-end gap-3 pt-2"
            >
              <TextInput name="name" label={words.domainName} defaultValue={name} maxLength={60} />
              <SubmitButton variant="secondary">{words.save}</SubmitButton>
            </SubmitForm>
          </details>
          <Confirm trigger={words.removeDomain} title={fill(words.removeDomainOf, { name })} variant="quiet">
            <p>{words.removeDomainAsk}</p>
            <SubmitForm
              intent="removeDomain"
              hidden={{ version: String(grid.version), domainId: id }}
              answer={null}
              className="mt-3"
            >
              <SubmitButton variant="danger">{words.removeDomain}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </div>
      </div>
    </Card>
  );
}

function SkillLine({ skill, grid }: Shown & { readonly skill: Skill }) {
  const words = useLanguage().choose({ fr, en });
  const expected = grid.stages.flatMap((months) => {
    const level = levelName(grid, skill.expected[String(months)]);
    return level === "" ? [] : [fill(words.expectedAt, { months: String(months), level })];
  });
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-semibold">{skill.name}</p>
        {skill.description === "" ? null : <p>{skill.description}</p>}
        <p className="text-aide text-texte2">
          {expected.length === 0 ? words.nothingExpected : expected.join(" · ")}
          {skill.themes === "" ? null : (
            <span className="block">
              {words.themes} : {skill.themes}
            </span>
          )}
        </p>
      </div>
      <TextLink
        to={`?modifier=${skill.id}#competence-${skill.id}`}
        aria-label={fill(words.changeSkillOf, { name: skill.name })}
      >
        {words.changeSkill}
      </TextLink>
    </div>
  );
}

/** One more domain, at the end. */
export function NewDomain({ data, grid, answer }: Shown) {
  const words = useLanguage().choose({ fr, en });
  const mine = answer?.typed?.intention === "saveDomain" && !answer.typed.domainId ? answer : undefined;
  return (
    <Card title={words.addDomain}>
      <SubmitForm
        intent="saveDomain"
        idempotencyKey={`${data.key}-domain`}
        hidden={{ version: String(grid.version) }}
        answer={mine ?? null}
        className="flex flex-wrap items-end gap-3"
      >
        <TextInput
          name="name"
          label={words.domainName}
          fieldClassName="min-w-0 flex-[1_1_14rem] max-w-md"
          maxLength={60}
        />
        <SubmitButton variant="secondary">{words.addDomain}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
