import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { problemOf, readTenant, runCommand } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { flash } from "#ui/flash.ts";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { cooperativesKnown } from "../adhesion/known-cooperative.store.ts";
import { readFailure, readSigned } from "../adhesion/protocol.ts";
import { type ObservatoryRefusalCode, fr as observatoryFr } from "../observatory.fr.ts";
import { mayTell } from "../observatory.policy.ts";
import type { Route } from "./+types/connection.page";
import { closeConnection, openConnection, prepareConnection } from "./connect.command.ts";
import { standingConnections } from "./connection.store.ts";
import { networkAddress, reachNetwork } from "./reach-network.server.ts";
import { en } from "./telling.en.ts";
import { fr } from "./telling.fr.ts";
import { TellingTabs } from "./telling.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    const connections = await standingConnections(tx, organizationId);
    return {
      slug,
      known: (await cooperativesKnown({ tx, organizationId })).length,
      connections: connections.map(({ id, address, networkName, structureName, connectedAt }) => ({
        ...{ id, address, networkName, structureName },
        since: dayIn(connectedAt, timeZone),
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const app = args.context.get(appContext);
  const form = await args.request.formData();
  const there = `/${args.params.cooperative}/observatoire/connexion`;
  if (form.get("intention") === "close") {
    const result = await runCommand(args, closeConnection, { connectionId: form.get("connectionId") });
    if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
    return redirect(there, { headers: flash(fr.closed) });
  }
  const failed = (code: ObservatoryRefusalCode, field: "address" | "code") => {
    const problem = problemOf(app, refuse("invalid", code, {}, field), args.context.get(languageContext));
    return data({ problem, typed: typedValues(form) }, { status: 422 });
  };
  const prepared = await runCommand(args, prepareConnection, { code: form.get("code") });
  if (!prepared.ok) return data({ problem: prepared.problem, typed: typedValues(form) }, { status: prepared.status });
  const address = networkAddress(app, String(form.get("address") ?? ""));
  if (address === null) return failed("connection.address", "address");
  const answer = await reachNetwork(app, address, "adhesion", prepared.output);
  if ("fault" in answer) return failed("connection.unreachable", "address");
  const signed = answer.status === 200 ? readSigned(answer.text) : null;
  if (signed === null) {
    const code = readFailure(answer.text);
    if (code === "adhesion.code") return failed(code, "code");
    const known = code !== null && code in observatoryFr.refusals;
    return failed(known ? (code as ObservatoryRefusalCode) : "connection.answer", "address");
  }
  const result = await runCommand(args, openConnection, { address, keyId: prepared.output.keyId, ...signed });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return redirect(there, { headers: flash(fr.opened) });
}

export default function ConnectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, connections, known } = loaderData;
  return (
    <Page title={words.connection} description={words.connectionLead}>
      <TellingTabs slug={slug} />
      {connections.length === 0 ? null : (
        <Table
          caption={words.connections}
          showCaption
          rows={connections}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", header: words.network, rowHeader: true, cell: (row) => row.networkName },
            { key: "address", header: words.address, cell: (row) => row.address },
            { key: "known", header: words.knownAs, cell: (row) => row.structureName },
            { key: "since", header: words.since, cell: (row) => day(row.since) },
            {
              key: "close",
              header: words.close,
              hideHeader: true,
              align: "end",
              cell: (row) => (
                <Confirm
                  trigger={words.close}
                  size="small"
                  title={fill(words.closeTitle, { network: row.networkName })}
                >
                  <SubmitForm
                    intent="close"
                    hidden={{ connectionId: row.id }}
                    answer={actionData ?? null}
                    className="flex flex-col gap-4"
                  >
                    <p>{words.closeText}</p>
                    <SubmitButton variant="danger">{words.close}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              ),
            },
          ]}
        />
      )}
      <p className="max-w-prose text-aide text-texte2">
        {known === 0 ? words.knownNone : fill(words.known, { count: count(known, language) })}
      </p>
      <Card title={words.connect} className="max-w-2xl">
        <SubmitForm intent="open" answer={actionData ?? null} className="flex flex-col gap-4" unkept>
          <TextInput name="address" label={words.address} help={words.addressHelp} required />
          <TextInput name="code" label={words.code} autoComplete="off" required />
          <div>
            <SubmitButton>{words.open}</SubmitButton>
          </div>
        </SubmitForm>
      </Card>
    </Page>
  );
}
