import { data, redirect } from "react-router";
import { languageContext } from "#platform/http/context.ts";
import { localPath } from "#ui/local-path.ts";
import type { Route } from "./+types/preference.page";

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  langue: ["fr", "en"],
  theme: ["auto", "clair", "sombre"],
  densite: ["confort", "compact"],
  raccourcis: ["oui", "non"],
};

const SENTENCE = { fr: "Ce choix n'existe pas.", en: "There is no such choice." } as const;

/** Keeps a choice of this device in a cookie and goes back where one was: language, appearance, shortcuts. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  for (const [name, values] of Object.entries(CHOICES)) {
    const value = form.get(name);
    if (typeof value !== "string") continue;
    if (!values.includes(value)) throw data({ sentence: SENTENCE[context.get(languageContext)] }, { status: 422 });
    headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`);
  }
  return redirect(localPath(form.get("retour")), { headers });
}

export function loader() {
  throw redirect("/");
}
