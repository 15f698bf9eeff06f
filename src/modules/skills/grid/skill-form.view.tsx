import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";
import type { DomainId, Skill } from "./grid.ts";
import type { Shown } from "./grid-scale.view.tsx";

/** A skill in full: its words, its themes, the level expected at each stage. Null: a new one. */
export function SkillForm({
  skill,
  domainId,
  data,
  grid,
  answer,
}: Shown & { readonly skill: Skill | null; readonly domainId: DomainId }) {
  const words = useLanguage().choose({ fr, en });
  const version = String(grid.version);
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <h3 className="font-semibold">{skill === null ? words.newSkill : skill.name}</h3>
      <SubmitForm
        intent="saveSkill"
        idempotencyKey={`${data.key}-${skill?.id ?? domainId}`}
        hidden={{ version, skillId: skill?.id ?? "" }}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <TextInput name="name" label={words.skillName} defaultValue={skill?.name ?? ""} maxLength={80} required />
        <Textarea
          name="description"
          label={words.skillDescription}
          defaultValue={skill?.description ?? ""}
          maxLength={400}
          rows={2}
          optional
        />
        <TextInput
          name="themes"
          label={words.themes}
          help={words.themesHelp}
          defaultValue={skill?.themes ?? ""}
          maxLength={200}
          optional
        />
        <Select
          name="domainId"
          label={words.domain}
          defaultValue={domainId}
          options={grid.domains.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <fieldset className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <legend className="mb-1 font-semibold">{words.expected}</legend>
          {grid.stages.map((months) => (
            <Select
              key={months}
              name={`expected.${months}`}
              label={fill(words.afterMonths, { months: String(months) })}
              defaultValue={String(skill?.expected[String(months)] ?? 0)}
              options={[
                { value: "0", label: words.nothingExpected },
                ...grid.levels.map(({ name }, index) => ({ value: String(index + 1), label: name })),
              ]}
            />
          ))}
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{words.save}</SubmitButton>
          <TextLink to={`/${data.slug}/reglages/competences#domaine-${domainId}`}>{words.back}</TextLink>
        </div>
      </SubmitForm>
      {skill === null ? null : (
        <Confirm trigger={words.removeSkill} title={fill(words.removeSkillOf, { name: skill.name })} variant="quiet">
          <p>{words.removeSkillAsk}</p>
          <SubmitForm
            intent="removeSkill"
            hidden={{ version, skillId: skill.id }}
            answer={null}
            action={`/${data.slug}/reglages/competences`}
            className="mt-3"
          >
            <SubmitButton variant="danger">{words.removeSkill}</SubmitButton>
          </SubmitForm>
        </Confirm>
      )}
    </div>
  );
}
