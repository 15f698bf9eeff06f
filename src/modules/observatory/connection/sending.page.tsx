import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { labelOf } from "../figure/figure-text.ts";
import { knownFigure, readObservation } from "../observation/observation.ts";
import { en as observatoryEn } from "../observatory.en.ts";
import { fr as observatoryFr } from "../observatory.fr.ts";
import { mayTell } from "../observatory.policy.ts";
import type { Route } from "./+types/sending.page";
import { findSending } from "./connection.store.ts";
import { en } from "./telling.en.ts";
import { fr } from "./telling.fr.ts";
import { StateBadge, ToldFigure } from "./telling.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    const id = parseId<"sending">(args.params.sendingId);
    const sending = id === null ? null : await findSending(tx, organizationId, id);
    if (sending === null) return refuse("missing", "sending.missing");
    const { document, ...shown } = sending;
    const said = readObservation(document);
    return {
      ...{ slug, sending: shown },
      figures: "fault" in said ? [] : said.figures,
      answeredOn: sending.answeredAt === null ? null : dayIn(sending.answeredAt, timeZone),
      signedOn: dayIn(sending.signedAt, timeZone),
    };
  });
}

export default function SendingPage({ loaderData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, sending, figures, answeredOn, signedOn } = loaderData;
  const { refusals } = choose({ fr: observatoryFr, en: observatoryEn });
  const faults: Readonly<Record<string, string>> = { ...refusals, ...words.faults };
  const title = fill(words.sendingTitle, { year: sending.period, network: sending.networkName });
  return (
    <Page
      title={title}
      badge={<StateBadge sending={sending} />}
      crumbs={[{ to: `/${slug}/observatoire`, label: words.title }]}
      actions={
        <TextLink to={`/${slug}/observatoire/envois/${sending.id}/document`} reloadDocument>
          {words.download}
        </TextLink>
      }
    >
      <Card title={fill(words.sendingOf, { sequence: String(sending.sequence) })}>
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
          <dt className="text-texte2">{words.signedOn}</dt>
          <dd>{longDay(signedOn, language)}</dd>
          {sending.receipt === null || answeredOn === null ? null : (
            <>
              <dt className="text-texte2">{words.receipt}</dt>
              <dd>{fill(words.receiptText, { day: longDay(answeredOn, language) })}</dd>
            </>
          )}
          {sending.fault === null ? null : (
            <>
              <dt className="text-texte2">{words.why}</dt>
              <dd>{faults[sending.fault] ?? fill(words.faults.other, { code: sending.fault })}</dd>
            </>
          )}
        </dl>
        <details className="mt-2">
          <summary className="w-fit min-h-11 cursor-pointer py-2 text-marque">{words.proofs}</summary>
          <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
            <dt className="text-texte2">{words.fingerprint}</dt>
            <dd className="[overflow-wrap:anywhere]">{sending.hash}</dd>
            <dt className="text-texte2">{words.signature}</dt>
            <dd className="[overflow-wrap:anywhere]">{sending.signature}</dd>
          </dl>
        </details>
      </Card>
      <Table
        caption={title}
        rows={figures}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "name",
            header: words.figure,
            rowHeader: true,
            cell: ({ key, version }) => {
              const indicator = knownFigure(key, version);
              return indicator === null ? key : labelOf(indicator, language);
            },
          },
          {
            key: "sent",
            header: words.sent,
            align: "end",
            cell: ({ key, figure }) => <ToldFigure indicatorKey={key} figure={figure} />,
          },
        ]}
      />
    </Page>
  );
}
