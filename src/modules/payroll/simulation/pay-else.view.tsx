import { Form, Link } from "react-router";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Select } from "#ui/text-input.tsx";
import { en as payrollEn } from "../payroll.en.ts";
import { fr as payrollFr } from "../payroll.fr.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";

type Named = { readonly id: string; readonly name: string };

/** No salary under this contract: said calmly, with what remains true. */
export function NoSalary({
  slug,
  own,
  contract,
  activityId,
}: {
  readonly slug: string;
  readonly own: boolean;
  readonly contract: "cape" | "none";
  readonly activityId: string;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { refusals } = choose({ fr: payrollFr, en: payrollEn });
  const money = (
    <ButtonLink to={`/${slug}/argent?activite=${activityId}`}>{own ? words.seeMoney : words.seeMoneyOf}</ButtonLink>
  );
  return (
    <Notice tone="info" actions={money}>
      {refusals[contract === "cape" ? "pay.capeNoSalary" : "pay.noContract"]}
    </Notice>
  );
}

/** Staff without an activity of their own choose the one they speak of. */
export function PayChoice({ slug, choices }: { readonly slug: string; readonly choices: readonly Named[] }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.title} description={words.description} width="form">
      <Card>
        <Form method="get" action={`/${slug}/remuneration`} className="flex flex-col items-start gap-4">
          <Select
            name="activite"
            label={words.choose}
            help={words.chooseHelp}
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            fieldClassName="w-full"
          />
          <Button type="submit" variant="primary">
            {words.show}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

/** Whose pay, when several take part: links, so that each has its address. */
export function PayPeople({
  people,
  personId,
  path,
  activityId,
}: {
  readonly people: readonly Named[];
  readonly personId: string | null;
  readonly path: string;
  readonly activityId: string;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <nav aria-label={words.whose}>
      <ul className="flex flex-wrap gap-2">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={`${path}?activite=${activityId}&personne=${id}`}
              aria-current={id === personId ? "page" : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-bordure-forte bg-surface px-4 aria-[current=page]:border-marque aria-[current=page]:bg-marque-fond aria-[current=page]:font-semibold"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
