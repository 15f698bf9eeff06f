import { FolderOpen } from "lucide-react";
import { refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { runPieceForm } from "../piece/piece-form.page.ts";
import { PiecesCard } from "../piece/pieces-card.view.tsx";
import { allPieces } from "../piece/shown-pieces.store.ts";
import { awaitingSignatureOf } from "../signature/signature.store.ts";
import { WaitingCard } from "../signature/waiting-card.view.tsx";
import type { Route } from "./+types/my-documents.page";
import { en } from "./document.en.ts";
import { fr } from "./document.fr.ts";
import { documentLines } from "./document-lines.store.ts";
import { DocumentList } from "./document-list.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    if (actor.own.size === 0 && actor.grants.length > 0) return refuse("forbidden", "document.notAllowed");
    const lines = (await documentLines(reader, actor.personId)).filter(({ cancelled }) => !cancelled);
    const person = await findPerson(tx, actor, actor.personId);
    if (person === null) return refuse("missing", "document.personMissing");
    const pieces = await allPieces(reader, person.facts);
    return { slug, lines, pieces, waiting: await awaitingSignatureOf(tx, organizationId, actor.personId, today) };
  });
}

export async function action(args: Route.ActionArgs) {
  // One gives one's own pieces: the person is never the form's.
  const personId = await readTenant(args, async ({ actor }) => actor.personId);
  return runPieceForm(args, { personId }, `/${args.params.cooperative}/mes-documents`);
}

/** One's own: contracts to sign, papers received. */
export default function MyDocumentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, lines, waiting, pieces } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (lines.length === 0 && pieces.every((each) => each.lines.length === 0))
    return <EmptyState heading icon={FolderOpen} title={words.person.mineNone} />;
  return (
    <Page title={words.person.mine}>
      <WaitingCard slug={slug} waiting={waiting} />
      {lines.length === 0 ? null : (
        <Card padded={false}>
          <DocumentList words={words} slug={slug} lines={lines} />
        </Card>
      )}
      {pieces.map((each) => (
        <PiecesCard key={each.contract?.id ?? "person"} pieces={each} answer={actionData} />
      ))}
    </Page>
  );
}
