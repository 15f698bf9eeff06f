import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { Money } from "#ui/money.tsx";
import type { Column } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import type { LateGroup, ToDo } from "./late-customers.ts";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import { useReminderWords } from "./reminder-words.ts";

const TONE: Record<ToDo, Tone> = {
  paused: "neutre",
  noEmail: "attention",
  proposed: "erreur",
  call: "attention",
  wait: "neutre",
};

type Row = LateGroup & { readonly mine: boolean };

/** One row for each customer who is late; those whom the plan proposes to remind are ticked. */
export function LateTable({
  slug,
  groups,
  activities,
  form,
}: {
  readonly slug: string;
  readonly groups: readonly Row[];
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  /** The form of the selection, for those who may send. */
  readonly form: string | null;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const say = useReminderWords();
  const names = new Map(activities.map(({ id, name }) => [id, name]));
  const columns: Column<Row>[] = [
    {
      key: "customer",
      header: words.customer,
      rowHeader: true,
      cell: (row) => (
        <>
          <TextLink to={`/${slug}/clients/${row.id}`}>{row.name}</TextLink>
          {activities.length > 1 ? (
            <span className="block font-normal text-texte2">{names.get(row.activityId) ?? ""}</span>
          ) : null}
        </>
      ),
    },
    {
      key: "invoices",
      header: words.invoices,
      cell: (row) => (
        <ul className="flex flex-col gap-0.5 sm:min-w-52">
          {row.invoices.map((invoice) => (
            <li key={invoice.id} className="flex flex-wrap gap-x-2">
              <TextLink to={`/${slug}/factures/${invoice.id}`} className="inline-flex min-h-6 items-center">
                {invoice.number}
              </TextLink>
              <span className="text-texte2">
                {say.days(invoice.daysLate)}
                {row.invoices.length > 1 ? `, ${eur(invoice.left, language)}` : ""}
              </span>
            </li>
          ))}
        </ul>
      ),
    },
    { key: "left", header: words.left, align: "end", cell: (row) => <Money amount={row.left} /> },
    {
      key: "last",
      header: words.already,
      cell: (row) => (row.last === null ? words.nothingSent : say.levelOn(row.last.level, day(row.last.on))),
    },
    {
      key: "next",
      header: words.next,
      cell: (row) => <Badge tone={TONE[row.todo]}>{say.todo(row.todo, row.level)}</Badge>,
    },
    {
      key: "act",
      header: words.prepare,
      hideHeader: true,
      align: "end",
      cell: (row) => (
        <ButtonLink size="small" to={`/${slug}/relances/${row.id}`} aria-label={say.prepareFor(row.name)}>
          {row.mine ? words.prepare : words.history}
        </ButtonLink>
      ),
    },
  ];
  return (
    <ListTable
      caption={words.title}
      rows={groups}
      rowKey={(row) => row.id}
      columns={columns}
      selection={
        form === null
          ? undefined
          : {
              name: "client",
              form,
              rowLabel: (row) => row.name,
              isTicked: (row) => row.mine && row.todo === "proposed",
            }
      }
    />
  );
}
