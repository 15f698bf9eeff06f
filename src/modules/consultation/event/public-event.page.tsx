import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { paceOf, stampOf, TRAP } from "#kernel/spam-guard.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { readPublic, runPublicCommand } from "#platform/http/public-tenant.ts";
import { problemOf } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/public-event.page";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { attendeesOf, findEvent } from "./event.store.ts";
import { isFull, refuseUnlessComing } from "./event.ts";
import { whenAndWhere } from "./event-text.ts";
import { registerPublicly } from "./register-publicly.command.ts";

/** An event opened to people without an account: what it is, and a form. Nobody's name is told. */
export function loader(args: Route.LoaderArgs) {
  return readPublic(
    args,
    async ({ app, tx, organizationId, slug, now, today }) => {
      const id = parseId<"event">(args.params.eventId);
      const event = id === null ? null : await findEvent(tx, organizationId, id);
      if (!event?.public || refuseUnlessComing(event, today) !== null) return refuse("missing", "event.missing");
      const { title, description, startsOn, endsOn, place } = event;
      const listed = await listStructures(tx, organizationId, { on: today, listedOnly: true });
      return {
        ...{ title, description, startsOn, endsOn, place, stamp: stampOf(now, slug, app.seal) },
        full: isFull(event, (await attendeesOf(tx, organizationId, event.id)).length),
        structures: listed.map(({ id: value, name }) => ({ value: value as string, label: name })),
      };
    },
    "network",
  );
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { app, slug, now, language } = await readPublic(args, async (reader) => reader, "network");
  // A program is thanked like anybody, and nothing of it is kept.
  if (text(TRAP) !== "") return data({ sent: true as const, problem: null, typed: undefined });
  const typed = typedValues(form);
  const pace = paceOf(text("depuis"), now, slug, app.seal);
  if (pace !== "right") {
    const problem = problemOf(app, refuse("conflict", pace === "tooFast" ? "event.tooFast" : "event.tooOld"), language);
    return data({ sent: false as const, problem, typed }, { status: 409 });
  }
  const input = { ...typed, eventId: args.params.eventId };
  const result = await runPublicCommand(args, registerPublicly, input, { door: "network" });
  if (result.ok) return data({ sent: true as const, problem: null, typed: undefined });
  return data({ sent: false as const, problem: result.problem, typed }, { status: result.status });
}

export default function PublicEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { title, description, stamp, full, structures } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : undefined;
  return (
    <Page title={title} description={whenAndWhere(loaderData, language)} width="form">
      {description === "" ? null : <p className="whitespace-pre-line">{description}</p>}
      {actionData?.sent ? (
        <Notice tone="ok">{words.publicDone}</Notice>
      ) : full ? (
        <Notice>{words.refusals["event.full"]}</Notice>
      ) : (
        <Card title={words.registration} description={words.publicLead}>
          <SubmitForm answer={answer} hidden={{ depuis: stamp }} className="flex flex-col gap-4">
            <TextInput name="firstName" label={words.firstName} autoComplete="given-name" maxLength={80} required />
            <TextInput name="lastName" label={words.lastName} autoComplete="family-name" maxLength={80} required />
            <TextInput name="email" type="email" label={words.email} autoComplete="email" required />
            <Select name="structureId" label={words.structure} placeholder={words.noStructure} options={structures} />
            <TextInput name="structureName" label={words.otherStructure} maxLength={160} optional />
            <p className="absolute -left-[999rem]" aria-hidden="true">
              <label htmlFor={TRAP}>{words.trap}</label>
              <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
            </p>
            <p className="text-aide text-texte2">{words.publicNote}</p>
            <SubmitButton className="self-start">{words.publicSubmit}</SubmitButton>
          </SubmitForm>
        </Card>
      )}
    </Page>
  );
}
