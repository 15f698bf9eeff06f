import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures, seatsOf } from "#modules/network/index.server.ts";
import { COOPERATION_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { mayReadGrids, mayReadProject, mayStartProject } from "../grid.policy.ts";
import type { Route } from "./+types/projects.page";
import { startProject } from "./lead-project.command.ts";
import { listProjects, type ReadableProject } from "./project.store.ts";
import { ProjectFields } from "./project-fields.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const refusal = mayReadGrids(actor);
    if (refusal) return refusal;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const projects = await listProjects(tx, organizationId, actor.personId);
    const starts = mayStartProject(actor, seats) === null;
    const structures = starts ? await listStructures(tx, organizationId, { on: today }) : [];
    return {
      slug,
      key: newId<"key">(now) as string,
      starts,
      projects: projects.filter(({ partnerIds, rates }) => mayReadProject(actor, seats, partnerIds, rates) === null),
      structures: structures.map(({ id, name, kind }) => ({ id, name, kind })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const given = { ...input, partnerIds: form.getAll("partnerIds") };
  return act(args, form, startProject, given, ({ projectId }) => ({
    to: `/${args.params.cooperative}/cooperation/projets/${projectId}`,
    message: { fr: fr.projects.started, en: en.projects.started },
  }));
}

export default function Projects({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.projects;
  const { slug, projects, starts, structures, key } = loaderData;
  const columns: Column<ReadableProject>[] = [
    {
      key: "name",
      header: words.name,
      rowHeader: true,
      cell: (row) => <TextLink to={`/${slug}/cooperation/projets/${row.id}`}>{row.name}</TextLink>,
    },
    { key: "kind", header: words.kind, cell: (row) => all.kinds[row.kind] },
    { key: "territory", header: words.territory, cell: (row) => row.territory },
    { key: "partners", header: words.partners, align: "end", cell: (row) => String(row.partnerIds.length) },
  ];
  return (
    <Page title={all.title} description={all.lead}>
      <SharedTabs slug={slug} of={COOPERATION_PAGES} />
      {projects.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <Table caption={all.title} rows={projects} rowKey={(row) => row.id} columns={columns} />
      )}
      {starts ? (
        <Card title={words.start} className="max-w-2xl">
          <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
            <ProjectFields project={null} structures={structures} />
            <SubmitButton className="self-start">{words.startSubmit}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
    </Page>
  );
}
