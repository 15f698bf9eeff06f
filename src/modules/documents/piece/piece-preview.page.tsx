import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf, personNames } from "#modules/membership/index.server.ts";
import { fileMarks } from "#platform/files/file-check.store.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { FilePreview } from "#ui/file-preview.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/piece-preview.page";
import { mayPiece } from "./may-piece.store.ts";
import { en } from "./piece.en.ts";
import { fr } from "./piece.fr.ts";
import { findPiece } from "./piece.store.ts";

/** What is told of a piece around its file, which is read, and traced, by its own address. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const pieceId = parseId<"piece">(args.params.pieceId);
    const piece = pieceId === null ? null : await findPiece(tx, organizationId, pieceId);
    if (piece === null) return refuse("missing", "piece.missing");
    const refusal = await mayPiece(tx, actor, "read", piece);
    if (refusal) return refusal;
    const { id, kindName, fileName, fileHash, mediaType, givenAt, expiresOn, personId, activityId } = piece;
    const name =
      personId !== null
        ? (await personNames(tx, organizationId, [personId])).get(personId)
        : (await activitiesOf(tx, organizationId, new Set(activityId === null ? [] : [activityId])))[0]?.name;
    const back =
      activityId !== null
        ? `/activites/${activityId}/pieces`
        : personId === actor.personId
          ? "/mes-documents"
          : `/personnes/${personId}/documents`;
    const mark = (await fileMarks(tx, organizationId, [fileHash])).get(fileHash) ?? null;
    return {
      ...{ slug, id: id as string, kindName, fileName, mediaType, expiresOn, mark },
      ...{ name: name ?? "", on: dayIn(givenAt, timeZone), back: `/${slug}${back}` },
    };
  });
}

export default function PiecePreviewPage({ loaderData }: Route.ComponentProps) {
  const { slug, id, kindName, fileName, mediaType, expiresOn, mark, name, on, back } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const until = expiresOn === null ? "" : `, ${fill(words.card.until, { date: day(expiresOn) })}`;
  return (
    <Page
      title={kindName}
      windowTitle={`${kindName} · ${name}`}
      description={`${fill(words.card.givenOn, { date: day(on) })}${until}`}
      crumbs={[{ to: back, label: name === "" ? words.preview.back : name }]}
    >
      {mark === null ? null : (
        <Notice tone={mark === "infected" ? "erreur" : "attention"}>{words.preview[mark]}</Notice>
      )}
      <Card title={fileName}>
        {mark === "infected" ? null : (
          <FilePreview src={`/${slug}/pieces/${id}`} name={fileName} mediaType={mediaType} />
        )}
      </Card>
    </Page>
  );
}
