import { Eye } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { ColourInput } from "#ui/colour-input.island.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { ActivityPageData } from "./activity.page.tsx";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";

type Props = { readonly data: ActivityPageData; readonly answer: FormAnswer | undefined };

/** What its documents show beside the cooperative, and a sample of them before anything is saved. */
export function PresentCard({ data: { slug, activity }, answer }: Props) {
  const { choose } = useLanguage();
  const { form, page } = choose({ fr, en });
  const mine = answer?.typed?.intention === "present" ? answer : null;
  const held = { id: mine?.typed?.heldLogo ?? "", name: mine?.typed?.heldLogoName ?? "" };
  const address = `/${slug}/activites/${activity.activityId}`;
  return (
    <Card title={page.present} description={page.presentLead}>
      {/* A plain sending: the sample opens beside, and a file chosen is posted as it is. */}
      <SubmitForm
        intent="present"
        answer={answer}
        encType="multipart/form-data"
        reloadDocument
        hidden={{ version: String(activity.version), heldLogo: held.id, heldLogoName: held.name }}
        className="flex flex-col gap-4"
      >
        {/* The first button of a form is what Enter presses. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <Meanwhile
          answer={mine}
          code="activity.changedMeanwhile"
          title={form.meanwhile}
          saved={[
            { name: "email", label: form.email, value: activity.email },
            { name: "phone", label: form.phone, value: activity.phone },
            { name: "accentColour", label: page.colour, value: activity.accentColour ?? "" },
            { name: "footer", label: page.footer, value: activity.footer },
            { name: "conditions", label: page.conditions, value: activity.conditions },
          ]}
        />
        {activity.logoHash === null ? null : (
          <div className="flex flex-col gap-2">
            <img
              src={`${address}/logo?v=${activity.logoHash.slice(0, 8)}`}
              alt={fill(page.logoOf, { name: activity.name })}
              className="max-h-20 w-fit max-w-full rounded-md border border-bordure bg-white p-2"
            />
            <Checkbox name="noLogo" label={page.noLogo} />
          </div>
        )}
        <FileInput
          name="logo"
          label={activity.logoHash === null ? page.logo : page.otherLogo}
          help={page.logoHelp}
          accept="image/png,image/jpeg"
          optional
        />
        {held.id === "" ? null : <Notice tone="info" title={fill(page.logoHeld, { name: held.name })} />}
        <ColourInput
          name="accentColour"
          label={page.colour}
          help={page.colourHelp}
          defaultValue={activity.accentColour ?? ""}
          optional
        />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <TextInput name="email" type="email" label={form.email} defaultValue={activity.email} optional />
          <TextInput name="phone" type="tel" label={form.phone} defaultValue={activity.phone} optional />
        </div>
        <Textarea name="footer" label={page.footer} help={page.footerHelp} defaultValue={activity.footer} optional />
        <Textarea
          name="conditions"
          label={page.conditions}
          help={page.conditionsHelp}
          defaultValue={activity.conditions}
          optional
        />
        <p className="text-aide text-texte2">{page.issuedStay}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="secondary">{form.save}</SubmitButton>
          <Button type="submit" icon={Eye} variant="quiet" formAction={`${address}/exemple`} formTarget="_blank">
            {page.sample}
          </Button>
        </div>
      </SubmitForm>
    </Card>
  );
}
