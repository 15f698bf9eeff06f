import { answerImport, openImport } from "#modules/parcours/index.server.ts";
import { ImportSheet } from "#modules/parcours/index.view.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select } from "#ui/text-input.tsx";
import { en as appointmentEn } from "../appointment/appointment.en.ts";
import { fr as appointmentFr } from "../appointment/appointment.fr.ts";
import { NATURES } from "../appointment/appointment.ts";
import type { Route } from "./+types/import-appointments.page";
import { appointmentImport } from "./appointment-import.page.ts";
import { APPOINTMENT_COLUMNS, APPOINTMENT_KEYS } from "./appointment-sheet.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => openImport(reader, appointmentImport));
}

export function action(args: Route.ActionArgs) {
  return answerImport(args, appointmentImport);
}

export default function ImportAppointmentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { natures } = choose({ fr: appointmentFr, en: appointmentEn });
  const { slug, key } = loaderData;
  const agenda = `/${slug}/agenda`;
  return (
    <ImportSheet
      title={words.title}
      lead={words.lead}
      base={`/${slug}/rendez-vous`}
      crumb={{ to: agenda, label: words.crumb }}
      idempotencyKey={key}
      answer={actionData}
      columns={APPOINTMENT_COLUMNS.map((value) => ({ value, label: words.columns[value] }))}
      keys={{
        label: words.key,
        help: words.keyHelp,
        options: APPOINTMENT_KEYS.map((value) => ({ value, label: words.keys[value] })),
      }}
      next={{ to: agenda, label: words.seeAgenda }}
      asked={({ nature, tell }) => (
        <>
          <Select
            name="nature"
            label={words.nature}
            defaultValue={nature}
            options={NATURES.map((value) => ({ value, label: natures[value] }))}
          />
          <Checkbox name="tell" label={words.tell} defaultChecked={tell} />
        </>
      )}
    />
  );
}
