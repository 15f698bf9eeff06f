import { fill } from "#kernel/language.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox, CheckboxGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { SHOWN_PARTS } from "./entry.ts";
import type { OwnEntryData } from "./own-entry.page.tsx";

/** What one shows, part by part, and the agreement without which nothing is. The preview works without script. */
export function OwnEntryForm({ data, answer }: { readonly data: OwnEntryData; readonly answer: FormAnswer | null }) {
  const words = useLanguage().choose({ fr, en });
  const { slug, me, known, choice, agreed, consent, isDraft, key } = data;
  const skills = known?.skills ?? [];
  return (
    <SubmitForm
      // Another preview fills the fields anew.
      key={isDraft ? key : "saved"}
      idempotencyKey={key}
      answer={answer}
      className="flex flex-col gap-5"
    >
      <Card>
        <div className="flex flex-col gap-4">
          <TextInput
            name="trade"
            label={words.trade}
            help={words.tradeHelp}
            defaultValue={choice.trade}
            maxLength={80}
          />
          <Textarea
            name="presentation"
            label={words.presentation}
            help={words.presentationHelp}
            defaultValue={choice.presentation}
            maxLength={500}
            optional
          />
          <CheckboxGroup
            name="shows"
            label={words.shows}
            chosen={choice.shows}
            options={SHOWN_PARTS.map((part) => ({
              value: part,
              label: fill(words.partOf, { part: words.parts[part], value: known?.[part] || words.unknownPart }),
            }))}
          />
          <CheckboxGroup
            name="skillIds"
            label={words.skillsShown}
            help={words.skillsHelp}
            chosen={choice.skillIds}
            options={skills.map(({ id, name, level }) => ({ value: id, label: `${name} (${level})` }))}
          >
            {skills.length === 0 ? (
              <p>
                {words.noSkills}{" "}
                <TextLink to={`/${slug}/personnes/${me}/competences/evaluer`}>{words.takeStock}</TextLink>
              </p>
            ) : null}
          </CheckboxGroup>
        </div>
      </Card>
      <Card title={words.consent}>
        <Checkbox name="agreed" label={consent} defaultChecked={agreed} />
      </Card>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{words.save}</SubmitButton>
        <Button type="submit" formMethod="get" name="apercu" value="oui">
          {words.preview}
        </Button>
      </div>
    </SubmitForm>
  );
}
