import { FolderOpen } from "lucide-react";
import { dayIn } from "#kernel/day.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/my-documents.page";
import { en } from "./document.en.ts";
import { fr } from "./document.fr.ts";
import { documentsOf } from "./document.store.ts";
import { DocumentList } from "./document-list.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    if (actor.own.size === 0 && actor.grants.length > 0) return refuse("forbidden", "document.notAllowed");
    const documents = await documentsOf(tx, organizationId, actor.personId);
    return {
      slug,
      lines: documents
        .filter(({ cancelledAt }) => cancelledAt === null)
        .map(({ id, title, createdAt }) => ({ id, title, on: dayIn(createdAt, timeZone), cancelled: false })),
    };
  });
}

/** One's own: contracts to sign, papers received. */
export default function MyDocumentsPage({ loaderData: { slug, lines } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (lines.length === 0) return <EmptyState heading icon={FolderOpen} title={words.person.mineNone} />;
  return (
    <Page title={words.person.mine}>
      <Card padded={false}>
        <DocumentList words={words} slug={slug} lines={lines} />
      </Card>
    </Page>
  );
}
