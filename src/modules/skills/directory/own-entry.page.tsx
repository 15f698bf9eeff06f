import { act } from "#modules/membership/index.server.ts";
import { consentsOf, wordingOf } from "#modules/privacy/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/own-entry.page";
import { DirectoryCard } from "./card.view.tsx";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { mayShowOneself } from "./directory.policy.ts";
import { choiceOf, knownOf, tradeOf } from "./directory.store.ts";
import { cardOf, draftOf, NOTHING_SHOWN } from "./entry.ts";
import { OwnEntryForm } from "./own-entry-form.view.tsx";
import { showOneself } from "./show-oneself.command.ts";

/** What one shows of oneself; and, before it is saved, what it would look like to the others. */
export function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, language } = reader;
    const refusal = mayShowOneself(actor);
    if (refusal) return refusal;
    const { personId } = actor;
    const [known] = await knownOf(reader, [personId]);
    const saved = await choiceOf(tx, organizationId, personId);
    const agreed = (await consentsOf(tx, organizationId, personId)).get("directory")?.agreed ?? false;
    const wording = await wordingOf(tx, organizationId, "directory");
    const draft = draftOf(search);
    const first = { ...NOTHING_SHOWN, trade: await tradeOf(reader, personId) };
    return {
      slug,
      key: newId<"key">(now) as string,
      me: personId as string,
      known: known ?? null,
      choice: draft ?? saved ?? first,
      agreed: draft === null ? agreed : search.has("agreed"),
      isDraft: draft !== null,
      card:
        known === undefined
          ? null
          : draft !== null
            ? cardOf(known, draft)
            : agreed && saved
              ? cardOf(known, saved)
              : null,
      consent: language === "en" && wording.english !== "" ? wording.english : wording.french,
    };
  });
}

export type OwnEntryData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const input = {
    agreed: text("agreed"),
    trade: text("trade"),
    presentation: text("presentation"),
    shows: form.getAll("shows").map(String),
    skillIds: form.getAll("skillIds").map(String),
  };
  const to = `/${args.params.cooperative}/annuaire/moi`;
  return act(args, form, showOneself, input, ({ shown }) => ({
    to,
    message: shown ? { fr: fr.saved, en: en.saved } : { fr: fr.left, en: en.left },
  }));
}

export default function OwnEntry({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, card, isDraft } = loaderData;
  return (
    <Page
      title={words.own}
      description={words.ownLead}
      crumbs={[{ to: `/${slug}/annuaire`, label: words.title }]}
      width="form"
    >
      <Card title={isDraft ? words.seenDraft : words.seen}>
        {card === null ? <p className="text-texte2">{words.seenNothing}</p> : <DirectoryCard card={card} />}
      </Card>
      <OwnEntryForm data={loaderData} answer={actionData ?? null} />
    </Page>
  );
}
