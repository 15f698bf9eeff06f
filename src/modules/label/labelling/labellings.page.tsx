import { Award } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { isStaff, listStructures, seatsOf } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import { stateOn } from "../evidence/ending.ts";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { mayKeepReferentials, mayReadReferentials } from "../label.policy.ts";
import { LabelTabs } from "../label-tabs.view.tsx";
import { STATUS_TONE } from "../label-tones.ts";
import { listEditions } from "../referential/referential.store.ts";
import type { Route } from "./+types/labellings.page";
import { type Certificate, certificatesOn, readableLabellings } from "./labelling.store.ts";
import { type Labelling, MODES } from "./labelling.ts";
import { registerStructure } from "./run-labelling.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const refusal = mayReadReferentials(actor);
    if (refusal) return refusal;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const own = seats.map(({ structureId, structureName }) => ({ id: structureId, name: structureName }));
    const all = isStaff(actor) ? await listStructures(tx, organizationId, { on: today }) : [];
    const structures = isStaff(actor) ? all.filter(({ isSelf }) => !isSelf).map(({ id, name }) => ({ id, name })) : own;
    const editions = await listEditions(tx, organizationId);
    return {
      slug,
      key: newId<"key">(now) as string,
      certificates: (await certificatesOn(tx, organizationId, today)).map((one) => ({
        ...one,
        soon: stateOn("certificate", one.validUntil, today) === "soon",
      })),
      labellings: await readableLabellings(
        tx,
        actor,
        seats.map(({ structureId }) => structureId),
      ),
      structures,
      keeps: mayKeepReferentials(actor) === null,
      editions: editions
        .filter(({ status }) => status === "published")
        .map(({ id, name, number }) => ({ id, name, number })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, registerStructure, input, ({ labellingId }) => ({
    to: `/${args.params.cooperative}/label/demarches/${labellingId}`,
    message: { fr: fr.home.registered, en: en.home.registered },
  }));
}

export default function Labellings({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, certificates, labellings, structures } = loaderData;
  const held: Column<(typeof certificates)[number]>[] = [
    { key: "structure", header: words.home.structure, rowHeader: true, cell: (row) => row.structureName },
    {
      key: "number",
      header: words.home.number,
      cell: (row) => (
        <TextLink to={`/${slug}/label/demarches/${row.labellingId}/certificat.pdf`} reloadDocument>
          {row.number}
        </TextLink>
      ),
    },
    { key: "until", header: words.home.until, cell: (row) => day(row.validUntil) },
    { key: "standing", header: words.home.status, cell: (row) => <Standing soon={row.soon} /> },
  ];
  const followed: Column<Labelling>[] = [
    {
      key: "structure",
      header: words.home.structure,
      rowHeader: true,
      cell: (row) => <TextLink to={`/${slug}/label/demarches/${row.id}`}>{row.structureName}</TextLink>,
    },
    {
      key: "status",
      header: words.home.status,
      cell: (row) => <Badge tone={STATUS_TONE[row.status]}>{words.statuses[row.status]}</Badge>,
    },
    {
      key: "referential",
      header: words.home.referential,
      cell: (row) => fill(words.referentialOf, { name: row.referentialName, number: String(row.editionNumber) }),
    },
    { key: "mode", header: words.home.mode, wideOnly: true, cell: (row) => words.modes[row.mode] },
  ];
  return (
    <Page title={words.title} description={words.lead}>
      <LabelTabs slug={slug} />
      {certificates.length === 0 ? (
        <EmptyState icon={Award} title={words.home.none}>
          {words.home.noneHelp}
        </EmptyState>
      ) : (
        <Table
          caption={words.home.held}
          showCaption
          rows={certificates}
          rowKey={(row: Certificate) => row.structureId}
          columns={held}
        />
      )}
      {labellings.length === 0 ? (
        <p className="text-texte2">{words.home.noLabelling}</p>
      ) : (
        <Table
          caption={words.home.labellings}
          showCaption
          rows={labellings}
          rowKey={(row) => row.id}
          columns={followed}
        />
      )}
      {structures.length === 0 ? null : <RegisterCard data={loaderData} answer={actionData ?? null} />}
    </Page>
  );
}

function Standing({ soon }: { readonly soon: boolean }) {
  const { standing: words } = useLanguage().choose({ fr: fr.home, en: en.home });
  return soon ? <Badge tone="attention">{words.soon}</Badge> : <Badge tone="ok">{words.valid}</Badge>;
}

function RegisterCard({
  data: { slug, editions, structures, key, keeps },
  answer,
}: {
  readonly data: Route.ComponentProps["loaderData"];
  readonly answer: Route.ComponentProps["actionData"] | null;
}) {
  const words = useLanguage().choose({ fr, en });
  if (editions.length === 0) {
    return (
      <Card title={words.home.register} description={keeps ? words.home.noEdition : words.home.noEditionYet}>
        {keeps ? <ButtonLink to={`/${slug}/label/referentiels`}>{words.home.toReferentials}</ButtonLink> : null}
      </Card>
    );
  }
  return (
    <Card title={words.home.register} description={words.home.registerHelp} className="max-w-2xl">
      <SubmitForm idempotencyKey={key} answer={answer ?? null} className="flex flex-col gap-4">
        <Select
          name="structureId"
          label={words.home.structure}
          options={structures.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="editionId"
          label={words.home.referential}
          options={editions.map(({ id, name, number }) => ({
            value: id,
            label: fill(words.referentialOf, { name, number: String(number) }),
          }))}
        />
        <Select
          name="mode"
          label={words.home.mode}
          options={MODES.map((value) => ({ value, label: words.modes[value] }))}
        />
        <SubmitButton className="self-start">{words.home.registerSubmit}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
