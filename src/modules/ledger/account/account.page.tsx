import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Checkbox, RadioGroup } from "#ui/checkbox.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/account.page";
import type { fr as nounFr } from "./account.fr.ts";
import { findAccount, usedAccounts } from "./account.store.ts";
import type { AccountStatus } from "./account.ts";
import { en } from "./chart-screen.en.ts";
import { fr } from "./chart-screen.fr.ts";
import { saveAccount } from "./save-account.command.ts";

type Refused = Refusal<keyof typeof nounFr.refusals>;
const STATES: readonly AccountStatus[] = ["usable", "heading", "blocked"];

/** One account to change (`?compte=411`), or a new one. */
export function loader(args: Route.LoaderArgs) {
  const number = (new URL(args.request.url).searchParams.get("compte") ?? "").slice(0, 12);
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    if (!mayKeepBooks(actor, "editChart")) return refuse("forbidden", "account.forbidden") as Refused;
    const account = number === "" ? null : await findAccount(tx, organizationId, number);
    if (number !== "" && account === null) return refuse("missing", "account.unknown", { account: number }) as Refused;
    const used = account !== null && (await usedAccounts(tx, organizationId, [account.number])).size > 0;
    return { slug, account, used, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("cle") ?? "");
  const create = form.get("create") === "oui";
  const result = await runCommand(args, saveAccount, Object.fromEntries(form), {
    idempotencyKey: key === "" ? undefined : `account:${key}`,
  });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const facts = { account: result.output.number };
  const say = (words: { added: string; saved: string }) => fill(create ? words.added : words.saved, facts);
  return redirect(`/${args.params.cooperative}/compta/plan-comptable?q=${facts.account}`, {
    headers: flash({ fr: say(fr), en: say(en) }),
  });
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, account, used, key } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const states = used ? STATES.filter((state) => state !== "heading") : STATES;
  return (
    <Page
      width="form"
      title={account === null ? words.newTitle : `${account.number} ${account.label}`}
      crumbs={[{ label: words.title, to: `/${slug}/compta/plan-comptable` }]}
    >
      {used ? <Notice>{words.usedHelp}</Notice> : null}
      <SubmitForm
        idempotencyKey={key}
        answer={actionData}
        hidden={account === null ? { create: "oui" } : { number: account.number }}
        className="flex flex-col gap-4"
      >
        {account === null ? (
          <TextInput name="number" label={words.number} help={words.numberHelp} maxLength={12} required />
        ) : null}
        <TextInput
          name="label"
          label={words.label}
          help={words.labelHelp}
          defaultValue={account?.label}
          maxLength={120}
          required
        />
        <RadioGroup
          name="status"
          label={words.state}
          defaultValue={account?.status ?? "usable"}
          options={states.map((value) => ({ value, ...words.states[value] }))}
        />
        {actionData?.problem.code === "account.needed" ? (
          <Checkbox name="acceptNeeded" label={words.acceptNeeded} />
        ) : null}
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </SubmitForm>
    </Page>
  );
}
