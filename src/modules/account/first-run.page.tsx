import { data, redirect } from "react-router";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { createCooperative, hasCooperative } from "#modules/membership/index.server.ts";
import { redirectWithCookies, refusedAct, visitorOf } from "#platform/http/account.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { problemOf } from "#platform/http/tenant.ts";
import { refusePassword } from "#platform/session/sign-in.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import type { Route } from "./+types/first-run.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";
import { FirstRunForm } from "./first-run.view.tsx";

/** Open only while the instance has no cooperative. */
export async function loader({ context }: Route.LoaderArgs) {
  if (await hasCooperative(context.get(appContext).database)) throw redirect("/connexion");
  return null;
}

const FIELDS = [
  "legalName",
  "legalForm",
  "siren",
  "siret",
  "vatNumber",
  "rcs",
  "street",
  "postalCode",
  "city",
  "email",
  "phone",
  "iban",
  "bic",
  "slug",
  "firstName",
  "lastName",
  "administratorEmail",
] as const;

/**
 * Makes the cooperative and its administrator, then enters. The person's account is made first and is harmless alone;
 * the cooperative comes in one transaction, and the page stays open when it is refused.
 */
export async function action(args: Route.ActionArgs) {
  const app = args.context.get(appContext);
  if (await hasCooperative(app.database)) throw redirect("/connexion");
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { password: _, ...typed } = typedValues(form);
  const language = args.context.get(languageContext);
  const refused = (refusal: Refusal) => {
    const { problem } = { problem: problemOf(app, refusal, language) };
    return data({ problem, typed }, { status: refusal.kind === "conflict" ? 409 : 422 });
  };

  const weak = refusePassword(text("password"), text("administratorEmail"));
  const input = {
    ...(Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as Record<(typeof FIELDS)[number], string>),
    timeZone: text("timeZone") as "Europe/Paris",
    siteName: text("siteName") === "" ? undefined : text("siteName"),
  };
  // Everything is checked before anybody's account is made.
  const problem = await createCooperative(app, input, {
    userId: "nobody yet" as never,
    installers: app.installers,
    onlyFirst: true,
    dryRun: true,
  });
  if (isRefusal(problem)) return refused(problem);
  if (weak !== null) return data({ problem: refusedAct(args, weak).problem, typed }, { status: 422 });

  const email = input.administratorEmail.trim();
  const userId = await app.identity.ensureUser({ email, name: input.firstName, password: text("password") });
  const created = await createCooperative(app, input, { userId, installers: app.installers, onlyFirst: true });
  if (isRefusal(created)) return refused(created);
  const entered = await app.identity.signIn(visitorOf(args), { email, password: text("password"), remember: true });
  if (entered.refused) throw redirect("/connexion");
  return redirectWithCookies(`/${created.slug}`, entered.cookies);
}

export default function FirstRunPage({ actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).firstRun;
  return (
    <div className="mx-auto w-full max-w-2xl">
      <Page title={words.title} description={words.lead}>
        <FirstRunForm words={words} answer={actionData} />
      </Page>
    </div>
  );
}
