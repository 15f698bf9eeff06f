import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { seatsOn } from "#modules/network/index.server.ts";
import { type RegionCode, regionName, regionOf } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListToolbar } from "#ui/list-toolbar.tsx";
import { Page } from "#ui/page.tsx";
import type { Column } from "#ui/table.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";
import { mayReadConsultation, mayReadResults } from "../consultation/consultation.policy.ts";
import { findConsultation, phasesOf } from "../consultation/consultation.store.ts";
import { chosenPhase } from "../consultation/consultation.ts";
import { ConsultationTabs } from "../consultation/consultation-tabs.view.tsx";
import { Answered } from "../consultation/phase-state.view.tsx";
import { PhaseChoice } from "../result/phase-choice.view.tsx";
import type { Route } from "./+types/participation.page";
import { answersOf, askedBy } from "./answer.store.ts";
import { standing } from "./answer.ts";

/** Who answered in a phase, who has not yet, and who speaks for each: never what they said. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const phases = await phasesOf(tx, organizationId, consultation.id);
    const phase = chosenPhase(phases, searchParams.get("phase"));
    if (phase === undefined) return refuse("missing", "phase.missing");
    const asked = await askedBy(tx, organizationId, consultation, phase, today);
    const valid = standing(await answersOf(tx, organizationId, phase.id));
    const seats = await seatsOn(tx, organizationId, today);
    const wanted = searchParams.get("reponse") ?? "";
    const all = asked.map(({ structureId, name, networks, department }) => {
      const region: RegionCode | null = department === "" ? null : regionOf(department);
      return {
        ...{ structureId: structureId as string, name, networks: networks.join(", ") },
        region: region === null ? "" : regionName(region),
        channel: valid.get(structureId)?.channel ?? null,
        seated: seats.filter((seat) => seat.structureId === structureId).map(({ personName }) => personName),
      };
    });
    return {
      ...{ slug, phaseId: phase.id as string, phaseTitle: phase.title },
      consultation: { id: consultation.id as string, title: consultation.title },
      phases: phases.map(({ id: value, title }) => ({ id: value as string, title })),
      opens: mayReadResults(actor, phase) === null,
      counts: { answered: all.filter(({ channel }) => channel !== null).length, asked: all.length },
      rows: all.filter(({ channel }) => wanted === "" || (wanted === "oui") === (channel !== null)),
    };
  });
}

type Row = Exclude<Awaited<ReturnType<typeof loader>>, undefined>["rows"][number];

export default function Participation({ loaderData }: Route.ComponentProps) {
  const { slug, consultation, phases, phaseId, phaseTitle, opens, counts, rows } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const columns: readonly Column<Row>[] = [
    { key: "structure", header: words.structure, cell: (row) => row.name, rowHeader: true },
    {
      key: "answer",
      header: words.filterAnswer,
      cell: (row) => (
        <State row={row} to={opens ? `/${slug}/consultations/${consultation.id}/reponses/${row.structureId}` : null} />
      ),
    },
    { key: "seated", header: words.representedBy, cell: (row) => row.seated.join(", ") || words.nobodySeated },
    { key: "networks", header: words.networks, cell: (row) => row.networks, wideOnly: true },
    { key: "region", header: words.region, cell: (row) => row.region, wideOnly: true },
  ];
  return (
    <Page
      title={consultation.title}
      description={words.participationLead}
      crumbs={[{ to: `/${slug}/consultations`, label: words.title }]}
    >
      <ConsultationTabs slug={slug} id={consultation.id} />
      <PhaseChoice phases={phases} chosen={phaseId} />
      <Card>
        <Answered title={phaseTitle} answered={counts.answered} asked={counts.asked} />
      </Card>
      <ListToolbar
        filters={[
          {
            parameter: "reponse",
            label: words.filterAnswer,
            options: [
              { value: "oui", label: words.answered },
              { value: "non", label: words.notYet },
            ],
          },
        ]}
      />
      <ListTable caption={words.participation} rows={rows} rowKey={(row) => row.structureId} columns={columns} />
    </Page>
  );
}

function State({ row, to }: { readonly row: Row; readonly to: string | null }) {
  const words = useLanguage().choose({ fr, en });
  if (row.channel === null) return <Badge tone="attention">{words.notYet}</Badge>;
  const said = <Badge tone="ok">{words.channels[row.channel]}</Badge>;
  return to === null ? said : <TextLink to={to}>{said}</TextLink>;
}
