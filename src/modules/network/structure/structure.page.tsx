import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, reachedPersons, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { affiliationsOf } from "../affiliation/affiliation.store.ts";
import { endAffiliation, recordAffiliation } from "../affiliation/record-affiliation.command.ts";
import { en as directoryEn } from "../directory/directory.en.ts";
import { fr as directoryFr } from "../directory/directory.fr.ts";
import { mayEnter, mayPrepare, maySpeakFor, STAFF } from "../network.policy.ts";
import { placesOf } from "../place/place.store.ts";
import { addPlace, removePlace } from "../place/save-place.command.ts";
import { endSeat, giveSeat } from "../seat/give-seat.command.ts";
import { seatsOf, seatsOn } from "../seat/seat.store.ts";
import type { Route } from "./+types/structure.page";
import { AffiliationsCard, PlacesCard, SeatsCard } from "./attached-cards.view.tsx";
import { describeStructure, identifyStructure } from "./save-structure.command.ts";
import { findStructure, listStructures } from "./structure.store.ts";
import { ContactCard, IdentityCard } from "./structure-cards.view.tsx";
import { StructureFacts } from "./structure-facts.view.tsx";
import { tradesOf } from "./structure-fields.view.tsx";
import { en } from "./structure-screen.en.ts";
import { fr } from "./structure-screen.fr.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, today } = reader;
    const entered = mayEnter(actor);
    if (entered) return entered;
    const id = parseId<"structure">(args.params.structureId);
    const structure = id === null ? null : await findStructure(tx, organizationId, id);
    if (structure === null) return refuse("missing", "structure.missing");
    const prepares = mayPrepare(actor) === null;
    const own = await seatsOf(tx, organizationId, actor.personId, today);
    const affiliations = await affiliationsOf(tx, organizationId, structure.id);
    const networks = prepares ? await listStructures(tx, organizationId, { on: today, kind: "network" }) : [];
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      structure,
      places: await placesOf(tx, organizationId, [structure.id]),
      affiliations,
      seats: await seatsOn(tx, organizationId, today, structure.id),
      networks: networks.filter((one) => one.id !== structure.id).map((one) => ({ id: one.id, name: one.name })),
      people: prepares ? await reachedPersons(tx, actor, STAFF) : [],
      may: { prepare: prepares, describe: maySpeakFor(actor, own, structure.id) === null },
    };
  });
}

export type StructurePageData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /On$/);
  const { cooperative, structureId } = args.params;
  const given = { ...input, structureId, trades: tradesOf(form) };
  const said = (word: "saved" | "joined" | "left" | "seated" | "unseated" | "placed" | "placeRemoved") => () => ({
    to: `/${cooperative}/structures/${structureId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "identify":
      return act(args, form, identifyStructure, given, said("saved"));
    case "describe":
      return act(args, form, describeStructure, given, said("saved"));
    case "join":
      return act(args, form, recordAffiliation, given, said("joined"));
    case "leave":
      return act(args, form, endAffiliation, given, said("left"));
    case "seat":
      return act(args, form, giveSeat, given, said("seated"));
    case "unseat":
      return act(args, form, endSeat, given, said("unseated"));
    case "place":
      return act(args, form, addPlace, given, said("placed"));
    case "removePlace":
      return act(args, form, removePlace, given, said("placeRemoved"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function StructurePage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const directory = choose({ fr: directoryFr, en: directoryEn });
  const { slug, structure, places, affiliations, today, may } = loaderData;
  const answer = actionData ?? undefined;
  const networks = affiliations
    .filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
    .map(({ networkName }) => networkName);
  return (
    <Page
      title={structure.name}
      badge={structure.listed ? null : <Badge tone="neutre">{words.unlisted}</Badge>}
      description={structure.isSelf ? words.self : structure.description}
      crumbs={[{ to: `/${slug}/structures`, label: directory.title }]}
    >
      <StructureFacts structure={structure} places={places} networks={networks} />
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          <SeatsCard data={loaderData} answer={answer} />
          {structure.isSelf ? null : <AffiliationsCard data={loaderData} answer={answer} />}
        </div>
        {may.describe ? (
          <div className="flex flex-col gap-5">
            <PlacesCard data={loaderData} answer={answer} />
            <ContactCard data={loaderData} answer={answer} />
            {may.prepare ? <IdentityCard data={loaderData} answer={answer} /> : null}
          </div>
        ) : null}
      </div>
    </Page>
  );
}
