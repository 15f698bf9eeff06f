import { FolderOpen } from "lucide-react";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
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
    return { slug, lines, waiting: await awaitingSignatureOf(tx, organizationId, actor.personId, today) };
  });
}

/** One's own: contracts to sign, papers received. */
export default function MyDocumentsPage({ loaderData: { slug, lines, waiting } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (lines.length === 0) return <EmptyState heading icon={FolderOpen} title={words.person.mineNone} />;
  return (
    <Page title={words.person.mine}>
      <WaitingCard slug={slug} waiting={waiting} />
      <Card padded={false}>
        <DocumentList words={words} slug={slug} lines={lines} />
      </Card>
    </Page>
  );
}
