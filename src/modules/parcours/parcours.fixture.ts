import { sql } from "kysely";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { executePublic, type PublicCommand } from "#platform/public-command.ts";
import type { TestPerson, TestTenant } from "#testing/tenant.ts";
import { apply } from "./application/apply.command.ts";
import { saveInformationMeeting } from "./information-meeting/save-meeting.command.ts";
import { saveIntake } from "./intake/save-intake.command.ts";

/** What a stranger types. */
export const REQUEST = {
  firstName: "Nolwenn",
  lastName: "Le Goff",
  email: "nolwenn@exemple.example",
  phone: "06 12 34 56 78",
  consent: "oui",
  language: "fr",
  sender: "somebody",
};

/** A cooperative whose page is open, and what tests do there. */
export function intakeOfTests(tenant: TestTenant, chief: TestPerson) {
  const open = { organizationId: tenant.organizationId, timeZone: "Europe/Paris" };
  const done = async <Output>(run: Promise<Output>) => {
    const result = await run;
    if (isRefusal(result)) throw new Error(JSON.stringify(result));
    return result as Exclude<Output, { refused: true }>;
  };
  const all = <Row>(query: ReturnType<typeof sql<Row>>) => tenant.run(async (tx) => (await query.execute(tx)).rows);
  return {
    open: () =>
      done(
        execute(tenant.host, chief.caller, saveIntake, {
          version: 0,
          open: "oui",
          consentFrench: "Vos réponses servent à étudier votre demande.",
          refusalReasons: "Projet à mûrir\nActivité réglementée",
        }),
      ),
    meeting: (more: Record<string, unknown> = {}) =>
      done(
        execute(tenant.host, chief.caller, saveInformationMeeting, {
          ...{ heldOn: "2026-12-03", startsAt: "18h30", minutes: "90", place: "12 quai de l’Atelier", seats: "2" },
          ...{ published: "oui", ...more },
        }),
      ),
    publicly: <Input, Output>(command: PublicCommand<Input, Output>, input: unknown) =>
      executePublic(tenant.host, open, command, input),
    apply: (more: Record<string, unknown> = {}) => executePublic(tenant.host, open, apply, { ...REQUEST, ...more }),
    as: <Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown) =>
      execute(tenant.host, who.caller, command, input),
    done,
    candidates: () =>
      all(
        sql<{
          id: string;
          status: string;
          email: string;
          last_name: string;
          phone: string;
          city: string;
          merged_into: string | null;
          follower_id: string | null;
          person_id: string | null;
          last_contact_at: string;
          consent_version: number | null;
          version: number;
          project: string;
        }>`select * from parcours.candidate order by created_at, email, id`,
      ),
    events: async () =>
      (
        await all(
          sql<{
            kind: string;
            status: string | null;
          }>`select kind, status from parcours.candidate_event
          order by at, kind not in ('applied', 'added'), kind, id`,
        )
      ).map(({ kind, status }) => (status === null ? kind : `${kind} ${status}`)),
    mails: () =>
      all(
        sql<{
          recipient: string;
          subject: string;
          body: string;
          attachments: { name: string; text: string }[];
        }>`select recipient, subject, body, attachments
          from platform.mail order by at, id`,
      ),
    /** The personal link of the last message. */
    async linkId(): Promise<string> {
      const mails = await this.mails();
      return /\{lien ([0-9a-f-]+)\}/.exec(mails.at(-1)?.body ?? "")?.[1] ?? "";
    },
  };
}
