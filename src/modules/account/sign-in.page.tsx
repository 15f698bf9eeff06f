import { data, redirect } from "react-router";
import { hasCooperative } from "#modules/membership/index.server.ts";
import { redirectWithCookies, refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext, signedInContext } from "#platform/http/context.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useInterrupted } from "#ui/kept-typing.island.ts";
import { useLanguage } from "#ui/language.tsx";
import { localPath } from "#ui/local-path.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/sign-in.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";
import { DemoLogIns } from "./demo-log-ins.view.tsx";
import { entrance } from "./entrance.ts";
import { PasskeySignIn } from "./passkey-sign-in.island.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const next = new URL(request.url).searchParams.get("suite") ?? "";
  if (context.get(signedInContext) !== null) throw redirect(entrance(next));
  if (!(await hasCooperative(context.get(appContext).database))) throw redirect("/premiers-pas");
  const demo = context.get(appContext).demo?.() ?? null;
  const ended = new URL(request.url).searchParams.has("fin");
  return { next, ended, demo: demo && { logIns: demo.logIns, password: demo.password } };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const answer = await args.context.get(appContext).identity.signIn(visitorOf(args), {
    email: text("email"),
    password: text("password"),
    remember: form.get("remember") !== null,
  });
  const next = text("suite");
  if (answer.refused) {
    const { problem, status, headers } = refusedAct(args, answer);
    // The password is never sent back.
    return data({ problem, typed: { email: text("email"), remember: text("remember") } }, { status, headers });
  }
  const path = answer.value === "codeNeeded" ? `/connexion/code?suite=${encodeURIComponent(next)}` : entrance(next);
  return redirectWithCookies(path, answer.cookies);
}

export default function SignInPage({ loaderData: { next, ended, demo }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).signIn;
  const waits = useInterrupted(ended);
  return (
    <div className="mx-auto w-full max-w-md">
      <Page title={words.title}>
        {ended ? <Notice tone="attention">{waits ? words.endedKept : words.ended}</Notice> : null}
        <Card>
          <SubmitForm
            answer={actionData}
            hidden={{ suite: localPath(next) === "/" ? "" : localPath(next) }}
            className="flex flex-col gap-4"
          >
            <TextInput
              name="email"
              type="email"
              label={words.email}
              autoComplete="username webauthn"
              autoCapitalize="none"
              required
            />
            <TextInput
              name="password"
              type="password"
              label={words.password}
              autoComplete="current-password"
              required
            />
            <Checkbox name="remember" label={words.remember} defaultChecked />
            <SubmitButton>{words.submit}</SubmitButton>
            <p>
              <TextLink to="/mot-de-passe-oublie">{words.forgotten}</TextLink>
            </p>
          </SubmitForm>
          <PasskeySignIn words={words} next={entrance(next)} />
        </Card>
        {demo === null ? (
          <p className="text-texte2">{words.invitation}</p>
        ) : (
          <DemoLogIns logIns={demo.logIns} password={demo.password} words={words} />
        )}
      </Page>
    </div>
  );
}
