import { data } from "react-router";
import { redirectWithCookies, refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext } from "#platform/http/context.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/choose-password.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";
import { entrance } from "./entrance.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const works = await context.get(appContext).identity.linkWorks(params.token);
  return data({ works }, { status: works ? 200 : 404 });
}

/** A link of an invitation or of a forgotten password: chooses the password, and enters. */
export async function action(args: Route.ActionArgs) {
  const { identity } = args.context.get(appContext);
  const password = String((await args.request.formData()).get("password") ?? "");
  const visitor = visitorOf(args);
  const chosen = await identity.resetPassword(visitor, { token: args.params.token, password });
  if (chosen.refused) {
    const { problem, status, headers } = refusedAct(args, chosen);
    return data({ problem, typed: {} }, { status, headers });
  }
  const entered = await identity.signIn(visitor, { email: chosen.value.email, password, remember: true });
  if (entered.refused) {
    const message = { fr: fr.signIn.passwordChosen, en: en.signIn.passwordChosen };
    return redirectWithCookies("/connexion", [], flash(message));
  }
  return redirectWithCookies(entered.value === "codeNeeded" ? "/connexion/code" : entrance(""), entered.cookies);
}

export default function ChoosePasswordPage({ loaderData: { works }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).choose;
  if (!works) {
    return (
      <div className="mx-auto w-full max-w-md">
        <Page title={words.deadTitle} description={words.dead}>
          <ButtonLink variant="primary" to="/mot-de-passe-oublie" className="w-fit">
            {words.again}
          </ButtonLink>
        </Page>
      </div>
    );
  }
  return (
    <div className="mx-auto w-full max-w-md">
      <Page title={words.title}>
        <Card>
          <SubmitForm answer={actionData} className="flex flex-col gap-4">
            <TextInput
              name="password"
              type="password"
              label={words.password}
              help={words.help}
              autoComplete="new-password"
              required
            />
            <SubmitButton>{words.submit}</SubmitButton>
          </SubmitForm>
        </Card>
      </Page>
    </div>
  );
}
