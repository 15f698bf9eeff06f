import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { en } from "../document/document.en.ts";
import { fr } from "../document/document.fr.ts";
import { mayReadDesk } from "../documents.policy.ts";
import type { Route } from "./+types/fields.page";
import { definitionsOf } from "./field-list.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, actor, slug, language }) => {
    const refusal = mayReadDesk(actor);
    if (refusal) return refusal;
    const fields = definitionsOf(app.documentFields).map(({ label, ...field }) => ({
      ...field,
      label: label[language],
    }));
    const groups = [...new Set(fields.map(({ group }) => group))];
    return {
      slug,
      groups: groups.map((group) => ({ group, fields: fields.filter((field) => field.group === group) })),
    };
  });
}

/** Every field that a template may ask for, with what it gives and an example. */
export default function FieldsPage({ loaderData: { slug, groups } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={words.fields.title}
      description={words.fields.intro}
      crumbs={[{ to: `/${slug}/documents/modeles`, label: words.templates.title }]}
    >
      {groups.map(({ group, fields }) => (
        <Card key={group} title={words.groups[group]} padded={false}>
          <Table
            caption={words.groups[group]}
            bare
            rows={fields}
            rowKey={(row) => row.name}
            columns={[
              {
                key: "name",
                header: words.fields.field,
                rowHeader: true,
                cell: (row) => (
                  <code className="font-mono text-aide [overflow-wrap:anywhere]">{`{{${row.name}}}`}</code>
                ),
              },
              {
                key: "label",
                header: words.fields.meaning,
                cell: (row) => (
                  <>
                    {row.label}
                    {row.within === undefined ? null : (
                      <span className="block text-aide text-texte2">
                        {fill(words.fields.repeated, { begin: `{{#${row.within}}}`, end: `{{/${row.within}}}` })}
                      </span>
                    )}
                  </>
                ),
              },
              { key: "example", header: words.fields.example, cell: (row) => row.example },
              { key: "article", header: words.fields.article, cell: (row) => row.article ?? "" },
            ]}
          />
        </Card>
      ))}
    </Page>
  );
}
