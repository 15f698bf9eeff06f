import { FilePlus2 } from "lucide-react";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { mayDocuments } from "../documents.policy.ts";
import { runPieceForm } from "../piece/piece-form.page.ts";
import { PiecesCard } from "../piece/pieces-card.view.tsx";
import { allPieces } from "../piece/shown-pieces.store.ts";
import type { Route } from "./+types/person-documents.page";
import { en } from "./document.en.ts";
import { fr } from "./document.fr.ts";
import { documentLines } from "./document-lines.store.ts";
import { DocumentList } from "./document-list.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, slug } = reader;
    const personId = parseId<"person">(args.params.personId);
    const person = personId === null ? null : await findPerson(tx, actor, personId);
    if (person === null) return refuse("missing", "document.personMissing");
    const refusal = mayDocuments(actor, "make", person.facts);
    if (refusal) return refusal;
    return {
      slug,
      personId: person.personId,
      name: `${person.firstName} ${person.lastName}`,
      lines: await documentLines(reader, person.personId),
      pieces: await allPieces(reader, person.facts),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { cooperative, personId } = args.params;
  return runPieceForm(args, { personId }, `/${cooperative}/personnes/${personId}/documents`);
}

/** Everything on paper about a person, for those who accompany them. */
export default function PersonDocumentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, personId, name, lines, pieces } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const address = `/${slug}/personnes/${personId}`;
  const make = (
    <ButtonLink variant="primary" icon={FilePlus2} to={`${address}/documents/nouveau`}>
      {words.person.make}
    </ButtonLink>
  );
  return (
    <Page
      title={name}
      windowTitle={`${words.person.title} · ${name}`}
      crumbs={[{ to: `/${slug}/personnes`, label: words.person.crumb }]}
      actions={make}
    >
      <ThingTabs thing="person" address={address} label={words.person.title} />
      <Card title={words.person.made} padded={lines.length === 0}>
        {lines.length === 0 ? <p>{words.person.madeNone}</p> : <DocumentList words={words} slug={slug} lines={lines} />}
      </Card>
      {pieces.map((each) => (
        <PiecesCard key={each.contract?.id ?? "person"} pieces={each} answer={actionData} />
      ))}
      <p>
        <TextLink to={`/${slug}/pieces`}>{words.person.allPieces}</TextLink>
      </p>
    </Page>
  );
}
