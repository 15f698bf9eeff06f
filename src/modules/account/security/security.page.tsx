import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { cookieHeaders, redirectWithCookies, refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext } from "#platform/http/context.ts";
import { type RouteArguments, requireSignedIn } from "#platform/http/tenant.ts";
import { qrCode } from "#platform/qr-code.ts";
import type { Identity, IdentityRefusal } from "#platform/session/session.ts";
import { TextLink } from "#ui/button.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import type { Route } from "./+types/security.page";
import { CodeSection, type Setup } from "./code-section.view.tsx";
import { momentText } from "./moment.ts";
import { PasskeySection } from "./passkey-section.view.tsx";
import { PasswordSection } from "./password-section.view.tsx";
import { en } from "./security.en.ts";
import { fr } from "./security.fr.ts";
import { AttemptSection, SessionSection } from "./session-section.view.tsx";

const HERE = "/compte/securite";

export async function loader(args: Route.LoaderArgs) {
  const signedIn = requireSignedIn(args);
  const { codeEnabled, sessions, passkeys, attempts } = await args.context.get(appContext).identity.security(signedIn);
  return {
    email: signedIn.email,
    codeEnabled,
    passkeys: passkeys.map(({ addedAt, ...key }) => ({ ...key, added: addedAt === null ? "" : momentText(addedAt) })),
    sessions: sessions.map(({ openedAt, seenAt, ...session }) => ({
      ...session,
      opened: momentText(openedAt),
      seen: momentText(seenAt),
    })),
    attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: momentText(at) })),
  };
}

export type SecurityData = Awaited<ReturnType<typeof loader>>;

/** What an act gives back: a problem beside its fields, or the set-up of the authenticator to show. */
type Shown = { answer: FormAnswer | null; setup: Setup | null };

function refused(args: RouteArguments, refusal: IdentityRefusal, intent: string, setup: Setup | null = null) {
  const { problem, status, headers } = refusedAct(args, refusal);
  const shown: Shown = { answer: { problem, typed: { intention: intent } }, setup };
  return data(shown, { status, headers });
}

export async function action(args: Route.ActionArgs) {
  const signedIn = requireSignedIn(args);
  const { identity } = args.context.get(appContext);
  const visitor = visitorOf(args);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intention");
  const done = (act: Awaited<ReturnType<Identity["signOut"]>>, message: { fr: string; en: string }) =>
    act.refused ? refused(args, act, intent) : redirectWithCookies(HERE, act.cookies, flash(message));

  switch (intent) {
    case "password":
      return done(await identity.changePassword(visitor, { current: text("current"), password: text("password") }), {
        fr: fr.password.done,
        en: en.password.done,
      });
    case "begin": {
      const begun = await identity.beginCode(visitor, text("password"));
      if (begun.refused) return refused(args, begun, intent);
      const shown: Shown = { answer: null, setup: await setupOf(begun.value.uri, begun.value.backupCodes) };
      return data(shown, { headers: cookieHeaders(begun.cookies) });
    }
    case "confirm": {
      const confirmed = await identity.confirmCode(visitor, text("code"));
      if (!confirmed.refused) return done(confirmed, { fr: fr.code.doneOn, en: en.code.doneOn });
      // The page shows the same drawing again: it came from this form, and goes back to nobody else.
      return refused(args, confirmed, intent, await setupOf(text("uri"), text("codes").split(" ")));
    }
    case "renew": {
      const renewed = await identity.renewBackupCodes(visitor, text("password"));
      if (renewed.refused) return refused(args, renewed, intent);
      const shown: Shown = { answer: null, setup: { uri: "", image: "", secret: "", backupCodes: renewed.value } };
      return data(shown, { headers: cookieHeaders(renewed.cookies) });
    }
    case "remove":
      return done(await identity.removeCode(visitor, text("password")), { fr: fr.code.doneOff, en: en.code.doneOff });
    case "passkey":
      return done(await identity.removePasskey(signedIn, text("id")), {
        fr: fr.passkeys.removed,
        en: en.passkeys.removed,
      });
    case "session":
      return done(await identity.endSession(signedIn, text("id")), { fr: fr.sessions.ended, en: en.sessions.ended });
    case "others":
      return done(await identity.endOtherSessions(signedIn), {
        fr: fr.sessions.othersEnded,
        en: en.sessions.othersEnded,
      });
    default:
      throw data(null, { status: 404 });
  }
}

async function setupOf(uri: string, backupCodes: readonly string[]): Promise<Setup> {
  const secret = /^otpauth:\/\/totp\/[^?]*\?(.*)$/.exec(uri)?.[1];
  if (secret === undefined) throw data(null, { status: 422 });
  return { uri, image: await qrCode(uri), secret: new URLSearchParams(secret).get("secret") ?? "", backupCodes };
}

export default function SecurityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData?.answer ?? null;
  return (
    <div className="mx-auto w-full max-w-3xl">
      <Page title={words.title} description={fill(words.account, { email: loaderData.email })}>
        <PasswordSection words={words.password} email={loaderData.email} answer={answer} />
        <CodeSection
          words={words.code}
          enabled={loaderData.codeEnabled}
          setup={actionData?.setup ?? null}
          answer={answer}
        />
        <PasskeySection words={words.passkeys} passkeys={loaderData.passkeys} answer={answer} />
        <SessionSection words={words.sessions} sessions={loaderData.sessions} answer={answer} />
        <AttemptSection words={words} attempts={loaderData.attempts} />
        <p>
          <TextLink to="/cooperatives">{words.back}</TextLink>
        </p>
      </Page>
    </div>
  );
}
