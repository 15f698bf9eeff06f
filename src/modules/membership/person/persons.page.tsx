import { FileUp, UserPlus, Users } from "lucide-react";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { ListViews } from "#ui/list-views.tsx";
import { Page } from "#ui/page.tsx";
import type { Tone } from "#ui/tone.ts";
import { en as contractEn } from "../contract/contract.en.ts";
import { fr as contractFr } from "../contract/contract.fr.ts";
import type { Route } from "./+types/persons.page";
import { listedPersons } from "./listed-persons.store.ts";
import { en as personEn } from "./person.en.ts";
import { fr as personFr } from "./person.fr.ts";
import { mayAddPerson, mayListPersons } from "./person.policy.ts";
import { en } from "./person-screen.en.ts";
import { fr } from "./person-screen.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const refusal = mayListPersons(reader.actor);
    if (refusal) return refusal;
    const listed = await listedPersons(reader, new URL(args.request.url).search);
    return { slug: reader.slug, ...listed, mayAdd: !isRefusal(mayAddPerson(reader.actor)) };
  });
}

const ACCESS_TONE: Readonly<Record<"none" | "invited" | "active", Tone>> = {
  none: "neutre",
  invited: "info",
  active: "ok",
};

export default function PersonsPage({ loaderData: { slug, persons, archived, mayAdd } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).list;
  const { access } = choose({ fr: personFr, en: personEn });
  const { statuses } = choose({ fr: contractFr, en: contractEn });
  const add = mayAdd ? (
    <div className="flex flex-wrap gap-2">
      <ButtonLink variant="primary" icon={UserPlus} to={`/${slug}/personnes/nouvelle`}>
        {words.add}
      </ButtonLink>
      <ButtonLink icon={FileUp} to={`/${slug}/personnes/importer`}>
        {words.import}
      </ButtonLink>
    </div>
  ) : null;
  return (
    <Page title={words.title} actions={persons.length === 0 ? null : add}>
      <ListViews />
      <Filters
        filters={[{ parameter: "fiches", label: words.show, options: [{ value: "archivees", label: words.archived }] }]}
      />
      {persons.length === 0 ? (
        <EmptyState icon={Users} title={archived ? words.noneArchived : words.none} action={archived ? null : add}>
          {archived ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <ListTable
            caption={words.title}
            rows={persons}
            rowKey={(person) => person.personId}
            defaultSort={{ key: "name", descending: false }}
            columns={[
              {
                key: "name",
                header: words.name,
                rowHeader: true,
                sortable: true,
                cell: (person) => <TextLink to={`/${slug}/personnes/${person.personId}`}>{person.name}</TextLink>,
              },
              {
                key: "contract",
                header: words.contract,
                sortable: true,
                cell: (person) => statuses[person.contract ?? "none"],
              },
              { key: "activities", header: words.activities, cell: (person) => person.activities.join(", ") },
              { key: "site", header: words.site, sortable: true, cell: (person) => person.site },
              { key: "follower", header: words.follower, sortable: true, cell: (person) => person.follower },
              {
                key: "access",
                header: words.access,
                cell: (person) => <Badge tone={ACCESS_TONE[person.access]}>{access[person.access]}</Badge>,
              },
            ]}
          />
          <ListFiles to={`/${slug}/personnes/telecharger`} />
        </>
      )}
    </Page>
  );
}
