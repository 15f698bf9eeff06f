import { redirect } from "react-router";
import { signedInContext } from "#platform/http/context.ts";
import type { Route } from "./+types/welcome.page";

/** "/" leads to the sign-in page, or to the cooperatives of the person who is signed in. */
export function loader({ context }: Route.LoaderArgs) {
  throw redirect(context.get(signedInContext) === null ? "/connexion" : "/cooperatives?entree=oui");
}

export default function Welcome() {
  return null;
}
