import { data, redirect } from "react-router";
import { redirectWithCookies, refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext, signedInContext } from "#platform/http/context.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/code.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";
import { entrance } from "./entrance.ts";

export function loader({ request, context }: Route.LoaderArgs) {
  const next = new URL(request.url).searchParams.get("suite") ?? "";
  if (context.get(signedInContext) !== null) throw redirect(entrance(next));
  return { next };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const code = String(form.get("code") ?? "");
  const trustDevice = form.get("trust") !== null;
  const answer = await args.context.get(appContext).identity.giveCode(visitorOf(args), { code, trustDevice });
  if (!answer.refused) return redirectWithCookies(entrance(String(form.get("suite") ?? "")), answer.cookies);
  const { problem, status, headers } = refusedAct(args, answer);
  return data({ problem, typed: { trust: String(form.get("trust") ?? "") } }, { status, headers });
}

export default function CodePage({ loaderData: { next }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).code;
  return (
    <div className="mx-auto w-full max-w-md">
      <Page title={words.title} description={words.lead}>
        <Card>
          <SubmitForm answer={actionData} hidden={{ suite: next }} className="flex flex-col gap-4">
            <TextInput
              name="code"
              label={words.code}
              help={words.help}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              className="tabular-nums"
              required
            />
            <Checkbox name="trust" label={words.trust} />
            <SubmitButton>{words.submit}</SubmitButton>
            <p>
              <TextLink to="/connexion">{words.back}</TextLink>
            </p>
          </SubmitForm>
        </Card>
      </Page>
    </div>
  );
}
