import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { emailText } from "#platform/field.ts";
import { fieldProblem, refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext } from "#platform/http/context.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/forgotten-password.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";

/** Says the same thing whether the address is known or not. */
export async function action(args: Route.ActionArgs) {
  const typed = String((await args.request.formData()).get("email") ?? "");
  const email = emailText().safeParse(typed);
  if (!email.success) {
    const problem = fieldProblem(args, { email: email.error.issues[0]?.message ?? "field.email" });
    return data({ sentTo: null, problem, typed: { email: typed } }, { status: 422 });
  }
  const answer = await args.context.get(appContext).identity.requestReset(visitorOf(args), email.data);
  if (answer.refused) {
    const { problem, status } = refusedAct(args, answer);
    return data({ sentTo: null, problem, typed: { email: typed } }, { status });
  }
  return data({ sentTo: email.data, problem: null, typed: {} }, { status: 200 });
}

export default function ForgottenPasswordPage({ actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).forgotten;
  const refused = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : null;
  return (
    <div className="mx-auto w-full max-w-md">
      <Page title={words.title} description={words.lead}>
        {actionData?.sentTo ? (
          <Notice tone="ok" title={words.sentTitle}>
            <p>{fill(words.sent, { email: actionData.sentTo })}</p>
            <p className="mt-2">{words.nothing}</p>
          </Notice>
        ) : (
          <Card>
            <SubmitForm answer={refused} className="flex flex-col gap-4">
              <TextInput
                name="email"
                type="email"
                label={choose({ fr, en }).signIn.email}
                autoComplete="username"
                autoCapitalize="none"
                required
              />
              <SubmitButton>{words.submit}</SubmitButton>
            </SubmitForm>
          </Card>
        )}
        <p>
          <TextLink to="/connexion">{words.back}</TextLink>
        </p>
      </Page>
    </div>
  );
}
