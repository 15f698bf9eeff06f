import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { paceOf, senderOf, stampOf, TRAP } from "#kernel/spam-guard.ts";
import { visitorOf } from "#platform/http/account.ts";
import { readPublic, runPublicCommand } from "#platform/http/public-tenant.ts";
import { problemOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { affiliationsOf } from "../affiliation/affiliation.store.ts";
import { placesOf } from "../place/place.store.ts";
import { findStructure } from "../structure/structure.store.ts";
import { StructureFacts } from "../structure/structure-facts.view.tsx";
import type { Route } from "./+types/public-structure.page";
import { contactStructure } from "./contact-structure.command.ts";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";

/** A structure for anybody: where it receives, what it does, and a way to write to it that tells no address. */
export function loader(args: Route.LoaderArgs) {
  return readPublic(
    args,
    async ({ app, tx, organizationId, slug, now, today }) => {
      const id = parseId<"structure">(args.params.structureId);
      const found = id === null ? null : await findStructure(tx, organizationId, id);
      if (!found?.listed || (found.closedOn !== null && found.closedOn <= today)) {
        return refuse("missing", "structure.missing");
      }
      const { email, version: _, siren: __, isSelf: ___, ...structure } = found;
      const affiliations = await affiliationsOf(tx, organizationId, found.id);
      return {
        slug,
        structure,
        reachable: email !== "",
        places: await placesOf(tx, organizationId, [found.id]),
        networks: affiliations
          .filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
          .map(({ networkName }) => networkName),
        key: newId<"key">(now) as string,
        stamp: stampOf(now, slug, app.seal),
      };
    },
    "network",
  );
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { app, slug, now, language } = await readPublic(args, async (reader) => reader, "network");
  // A program is thanked like anybody: nothing of it is kept, and it learns nothing.
  if (text(TRAP) !== "") return data({ sent: true as const, problem: null, typed: undefined, stamp: null });
  const typed = typedValues(form);
  const pace = paceOf(text("depuis"), now, slug, app.seal);
  if (pace !== "right") {
    const refusal = refuse("conflict", pace === "tooFast" ? "directory.tooFast" : "directory.tooOld");
    const stamp = pace === "tooFast" ? text("depuis") : null;
    return data({ sent: false as const, problem: problemOf(app, refusal, language), typed, stamp }, { status: 409 });
  }
  const input = {
    ...{ structureId: args.params.structureId, name: text("name"), email: text("email"), message: text("message") },
    ...{ language, sender: senderOf(visitorOf(args).address, slug, app.seal) },
  };
  const key = parseId(text("cle"));
  const options = key === null ? {} : { idempotencyKey: `${contactStructure.name}:${key}` };
  const result = await runPublicCommand(args, contactStructure, input, { ...options, door: "network" });
  if (result.ok) return data({ sent: true as const, problem: null, typed: undefined, stamp: null });
  const { problem, status } = result;
  return data({ sent: false as const, problem, typed, stamp: text("depuis") }, { status });
}

export default function PublicStructure({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, structure, reachable, places, networks, key, stamp } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : undefined;
  return (
    <Page
      title={structure.name}
      crumbs={[{ to: `/${slug}/annuaire-public`, label: words.title }]}
      description={structure.description}
    >
      <StructureFacts structure={structure} places={places} networks={networks} />
      {actionData?.sent ? (
        <Notice tone="ok">{fill(words.sent, { structure: structure.name })}</Notice>
      ) : reachable ? (
        <Card title={fill(words.contact, { structure: structure.name })} description={words.contactLead}>
          <SubmitForm
            idempotencyKey={key}
            answer={answer}
            hidden={{ depuis: actionData?.stamp ?? stamp }}
            className="flex max-w-xl flex-col gap-4"
          >
            <TextInput name="name" label={words.yourName} autoComplete="name" maxLength={100} required />
            <TextInput name="email" type="email" label={words.yourEmail} autoComplete="email" required />
            <Textarea name="message" label={words.message} rows={6} maxLength={4000} required />
            <p className="absolute -left-[999rem]" aria-hidden="true">
              <label htmlFor={TRAP}>{words.trap}</label>
              <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
            </p>
            <p className="text-aide text-texte2">{words.consentNote}</p>
            <SubmitButton className="w-fit">{words.send}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
    </Page>
  );
}
