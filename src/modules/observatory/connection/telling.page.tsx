import { data, Form, redirect } from "react-router";
import { dayIn, yearOf } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { INDICATORS } from "../indicator/indicators.ts";
import { figuresOf, withheldOf } from "../observation/observation.store.ts";
import { protect } from "../observation/protect.ts";
import { mayTell } from "../observatory.policy.ts";
import type { Route } from "./+types/telling.page";
import { listSendings, standingConnections } from "./connection.store.ts";
import { sendFigures, withholdIndicator } from "./send-figures.command.ts";
import { en } from "./telling.en.ts";
import { fr } from "./telling.fr.ts";
import { FigureTable, SendingTable, TellingTabs } from "./telling.view.tsx";

export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("annee") ?? "";
  return readTenant(args, async ({ tx, actor, organizationId, today, slug, now, timeZone }) => {
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    const years = Array.from({ length: 11 }, (_, ago) => String(yearOf(today) - ago));
    const year = years.includes(asked) ? asked : String(yearOf(today) - 1);
    const raw = await figuresOf(tx, organizationId, year);
    const figures = protect(INDICATORS, raw, await withheldOf(tx, organizationId, year));
    const connections = await standingConnections(tx, organizationId);
    const sendings = await listSendings(tx, organizationId);
    return {
      ...{ slug, year, years },
      key: newId(now),
      figures: INDICATORS.flatMap(({ key }) => {
        const [own, told] = [raw.get(key), figures.get(key)];
        return own === undefined || told === undefined ? [] : [{ key, own, told }];
      }),
      networks: connections.map(({ networkName }) => networkName),
      isRunning: year === String(yearOf(today)),
      sendings: sendings.map(({ signedAt, ...sending }) => ({ ...sending, signedOn: dayIn(signedAt, timeZone) })),
    };
  });
}

export type TellingData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const here = `/${args.params.cooperative}/observatoire?annee=${encodeURIComponent(String(form.get("period") ?? ""))}`;
  const input = Object.fromEntries(form);
  if (form.get("intention") === "withhold") {
    const result = await runCommand(args, withholdIndicator, input);
    if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
    return redirect(here, { headers: flash(form.get("withheld") === "oui" ? fr.kept : fr.told) });
  }
  const result = await runCommand(args, sendFigures, input, { idempotencyKey: `sendFigures:${form.get("cle")}` });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return redirect(here, { headers: flash(fr.signed) });
}

export default function Telling({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, year, years, networks } = loaderData;
  return (
    <Page title={words.title} description={words.lead}>
      <TellingTabs slug={slug} />
      {networks.length === 0 ? (
        <Notice actions={<ButtonLink to={`/${slug}/observatoire/connexion`}>{words.connect}</ButtonLink>}>
          {words.notConnected}
        </Notice>
      ) : null}
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <Select
          name="annee"
          label={words.year}
          defaultValue={year}
          key={year}
          options={years.map((value) => ({ value, label: value }))}
        />
        <Button type="submit">{words.show}</Button>
      </Form>
      {loaderData.isRunning ? <Notice>{fill(words.running, { year })}</Notice> : null}
      <Card
        title={fill(words.figures, { year })}
        description={words.figuresHelp}
        padded={false}
        actions={
          networks.length === 0 ? undefined : (
            <Confirm trigger={words.sign} title={fill(words.signTitle, { year })} variant="primary">
              <SubmitForm
                intent="send"
                hidden={{ period: year }}
                idempotencyKey={loaderData.key}
                answer={actionData ?? null}
                className="flex flex-col gap-4"
              >
                <p>{fill(words.signText, { networks: networks.join(", ") })}</p>
                <SubmitButton>{words.sign}</SubmitButton>
              </SubmitForm>
            </Confirm>
          )
        }
      >
        <FigureTable data={loaderData} />
      </Card>
      <Card title={words.sendings} padded={loaderData.sendings.length === 0}>
        {loaderData.sendings.length === 0 ? <p>{words.noSending}</p> : <SendingTable data={loaderData} />}
      </Card>
    </Page>
  );
}
