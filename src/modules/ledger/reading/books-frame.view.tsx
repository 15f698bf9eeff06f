import type { ReactNode } from "react";
import { Form } from "react-router";
import type { Day } from "#kernel/day.ts";
import { Button } from "#ui/button.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListViews } from "#ui/list-views.tsx";
import { Page } from "#ui/page.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { BooksTabs } from "./books-tabs.view.tsx";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

export type BooksFilter = {
  readonly slug: string;
  readonly today: Day;
  readonly from: Day;
  readonly until: Day;
  readonly account: string;
  readonly activity: string;
  readonly everything: boolean;
  readonly activities: readonly { readonly id: string; readonly name: string }[];
};

/** The pages of the books share their filter: the same question keeps its answer from one page to the next. */
export function BooksFrame({
  title,
  description,
  filter,
  fields = ["activity", "account", "from", "until"],
  actions,
  children,
}: {
  readonly title: string;
  readonly description?: string;
  readonly filter: BooksFilter;
  readonly fields?: readonly ("activity" | "account" | "from" | "until")[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { slug } = filter;
  const query = `?${new URLSearchParams({ activite: filter.activity, compte: filter.account, du: filter.from, au: filter.until })}`;
  return (
    <Page title={title} description={description} actions={actions}>
      <div className="print:hidden">
        <BooksTabs slug={slug} query={query} keeper={filter.everything} />
      </div>
      <Form method="get" className="flex flex-wrap items-start gap-3 print:hidden">
        {fields.includes("activity") && filter.activities.length > 0 ? (
          <Select
            name="activite"
            label={words.activity}
            defaultValue={filter.activity}
            options={[
              ...(filter.everything || filter.activities.length > 1 ? [{ value: "", label: words.allActivities }] : []),
              ...(filter.everything ? [{ value: "commun", label: words.sharedServices }] : []),
              ...filter.activities.map((activity) => ({ value: activity.id, label: activity.name })),
            ]}
          />
        ) : null}
        {fields.includes("account") ? (
          <TextInput name="compte" label={words.account} defaultValue={filter.account} inputMode="numeric" size={10} />
        ) : null}
        {fields.includes("from") ? (
          <DayInput name="du" label={words.from} today={filter.today} defaultValue={day(filter.from)} />
        ) : null}
        {fields.includes("until") ? (
          <DayInput name="au" label={words.until} today={filter.today} defaultValue={day(filter.until)} />
        ) : null}
        <span className="sm:mt-8">
          <Button type="submit">{words.show}</Button>
        </span>
      </Form>
      <ListViews />
      {children}
    </Page>
  );
}
