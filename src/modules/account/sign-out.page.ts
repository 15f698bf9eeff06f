import { redirect } from "react-router";
import { redirectWithCookies, visitorOf } from "#platform/http/account.ts";
import { appContext } from "#platform/http/context.ts";
import { flash } from "#ui/flash.ts";
import type { Route } from "./+types/sign-out.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";

export async function action(args: Route.ActionArgs) {
  const answer = await args.context.get(appContext).identity.signOut(visitorOf(args));
  const message = { fr: fr.signIn.goodbye, en: en.signIn.goodbye };
  return redirectWithCookies("/connexion", answer.cookies, flash(message));
}

export function loader() {
  throw redirect("/");
}
