import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import type { AccountMail, SignedIn } from "#platform/session/session.ts";
import { type TestBrowser, testBrowser } from "#platform/session/testing.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestTenant } from "#testing/tenant.ts";
import * as choose from "./choose-password.page.tsx";
import * as cooperatives from "./cooperatives.page.tsx";
import * as firstRun from "./first-run.page.tsx";
import * as forgotten from "./forgotten-password.page.tsx";
import * as security from "./security/security.page.tsx";
import * as signInLog from "./security/sign-in-log.page.ts";
import * as signIn from "./sign-in.page.tsx";
import * as signOut from "./sign-out.page.ts";

const PASSWORD = "les abeilles dansent le soir";
let app: App;
let mails: AccountMail[];
let email: string;
let browser: TestBrowser;
let count = 0;

beforeEach(async () => {
  ({ app, mails } = await testApp());
  count += 1;
  email = `page-${process.pid}-${count}@example.org`;
  browser = testBrowser(app.identity, { address: `198.51.100.${count}` });
});

// biome-ignore lint/suspicious/noExplicitAny: the framework's argument types are made for each page
const on = (page: PageRequest) => pageArguments(app, { browser, ...page }) as any;

type Shown = { problem?: { code: string; sentence: string; fields: Record<string, string> }; typed?: object };

async function member(): Promise<{ tenant: TestTenant; signedIn: SignedIn; slug: string }> {
  const tenant = await freshTenant();
  const userId = await app.identity.ensureUser({ email, name: "Samira", password: PASSWORD });
  const { personId } = await tenant.person();
  await tenant.run((tx) => sql`update membership.person set user_id = ${userId} where id = ${personId}`.execute(tx));
  return { tenant, signedIn: { userId, sessionId: "", name: "Samira", email }, slug: tenant.slug };
}

describe("La page de connexion", () => {
  it("mène à sa coopérative, ou à la page demandée si elle est de chez nous", async () => {
    const { signedIn, slug } = await member();
    const enter = (suite: string) =>
      answerOf(() => signIn.action(on({ path: "/connexion", form: { email, password: PASSWORD, suite } })));
    expect(await enter("")).toMatchObject({ status: 302, location: "/cooperatives?entree=oui" });
    expect((await enter("")).cookies.join()).toContain("essaim.session_token=");
    expect(await enter("/etabli/factures?etat=late")).toMatchObject({ location: "/etabli/factures?etat=late" });
    for (const elsewhere of ["https://evil.example", "//evil.example", "/\\evil.example", "/connexion"]) {
      expect(await enter(elsewhere), elsewhere).toMatchObject({ location: "/cooperatives?entree=oui" });
    }
    const chosen = answerOf(() => cooperatives.loader(on({ path: "/cooperatives?entree=oui", signedIn })));
    expect(await chosen).toMatchObject({ status: 302, location: `/${slug}` });
  });

  it("dit la même phrase pour tout échec, garde l'adresse et jamais le mot de passe", async () => {
    await member();
    for (const typed of [email, "inconnue@example.org"]) {
      const answer = await answerOf(() =>
        signIn.action(on({ path: "/connexion", form: { email: typed, password: "faux mot de passe" } })),
      );
      expect(answer.status).toBe(422);
      const { problem, typed: kept } = answer.body as Shown;
      expect(problem?.sentence).toBe("L’adresse e-mail ou le mot de passe ne correspond pas.");
      expect(kept).toEqual({ email: typed, remember: "" });
      expect(JSON.stringify(answer.body)).not.toContain("faux mot de passe");
    }
  });

  it("se lit en anglais", async () => {
    const answer = await answerOf(() =>
      signIn.action(on({ path: "/connexion", form: { email, password: "x" }, language: "en" })),
    );
    expect((answer.body as Shown).problem?.sentence).toBe("The e-mail address or the password does not match.");
  });

  it("n'est plus à voir une fois connecté", async () => {
    const { signedIn } = await member();
    const answer = await answerOf(() => signIn.loader(on({ path: "/connexion", signedIn })));
    expect(answer).toMatchObject({ status: 302, location: "/cooperatives?entree=oui" });
  });
});

describe("Un mot de passe oublié", () => {
  it("ne dit pas si l'adresse est connue; le lien reçu ouvre le compte", async () => {
    const { slug } = await member();
    const ask = (typed: string) =>
      answerOf(() => forgotten.action(on({ path: "/mot-de-passe-oublie", form: { email: typed } })));
    const known = await ask(email);
    const unknown = await ask("personne@example.org");
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect({ ...(known.body as object), sentTo: "" }).toEqual({ ...(unknown.body as object), sentTo: "" });
    expect(await ask("pas une adresse")).toMatchObject({ status: 422 });
    await expect.poll(() => mails.length).toBe(1);
    const token = /mot-de-passe\/(\S+)/.exec(mails[0]?.text ?? "")?.[1] ?? "";
    const params = { token };
    const use = (password: string) =>
      answerOf(() => choose.action(on({ path: `/mot-de-passe/${token}`, params, form: { password } })));
    expect(await answerOf(() => choose.loader(on({ path: "/", params })))).toMatchObject({ status: 200 });
    const weak = await use("court");
    expect(weak).toMatchObject({ status: 422 });
    expect((weak.body as Shown).problem?.fields.password).toContain("12 caractères");
    const entered = await use("la ruche dort sous la neige");
    expect(entered).toMatchObject({ status: 302, location: "/cooperatives?entree=oui" });
    expect(entered.cookies.join()).toContain("essaim.session_token=");
    expect(await answerOf(() => choose.loader(on({ path: "/", params })))).toMatchObject({ status: 404 });
    expect(slug).not.toBe("");
  });
});

describe("Se déconnecter", () => {
  it("efface les cookies et revient à la connexion", async () => {
    await member();
    await browser.signIn(email, PASSWORD);
    const answer = await answerOf(() => signOut.action(on({ path: "/deconnexion", form: {} })));
    expect(answer).toMatchObject({ status: 302, location: "/connexion" });
    expect(answer.cookies.join()).toMatch(/essaim\.session_token=;.*Max-Age=0/);
    browser.keep(answer.cookies);
    expect(await browser.who()).toBeNull();
  });
});

describe("La page de sécurité", () => {
  const form = (intention: string, fields: Record<string, string> = {}) => ({ intention, ...fields });

  it("demande d'être connecté, pour lire comme pour agir", async () => {
    for (const run of [security.loader, security.action]) {
      const answer = await answerOf(() => run(on({ path: "/compte/securite", form: form("others") })));
      expect(answer).toMatchObject({ status: 302 });
      expect(answer.location).toContain("/connexion");
    }
  });

  it("donne son propre journal de connexions en fichier, et celui de personne d'autre", async () => {
    const { signedIn } = await member();
    await browser.signIn(email, "un autre mot de passe");
    await browser.signIn(email, PASSWORD);
    const read = (who: typeof signedIn | null) =>
      answerOf(() => signInLog.loader(on({ path: "/compte/securite/connexions?format=csv", signedIn: who })));
    const own = String((await read(signedIn)).body);
    expect(own).toContain("Quand;Comment;Résultat");
    expect(own).toContain("Mot de passe;Échouée");
    expect(own).toContain("Mot de passe;Réussie");
    expect(own).toContain(`198.51.100.${count}`);
    const other = { ...signedIn, userId: `${signedIn.userId}x` as never };
    expect(String((await read(other)).body)).not.toContain("198.51.100");
    expect(await read(null)).toMatchObject({ status: 302 });
  });

  it("ne montre ni mot de passe ni secret, et n'agit que sur ce qu'elle connaît", async () => {
    const { signedIn } = await member();
    await browser.signIn(email, PASSWORD);
    const seen = await answerOf(() => security.loader(on({ path: "/compte/securite", signedIn })));
    expect(seen.status).toBe(200);
    const token = browser.jar.get("essaim.session_token")?.split(".")[0] ?? "none";
    expect(JSON.stringify(seen.body)).not.toContain(token);
    const act = (fields: Record<string, string>) =>
      answerOf(() => security.action(on({ path: "/compte/securite", signedIn, form: fields })));
    expect(await act(form("inconnue"))).toMatchObject({ status: 404 });
    expect(await act(form("session", { id: "celle-d-un-autre" }))).toMatchObject({ status: 404 });
    const wrong = await act(
      form("password", { current: "faux mot de passe", password: "la ruche dort sous la neige" }),
    );
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).not.toContain("faux mot de passe");
    expect(await act(form("begin", { password: PASSWORD }))).toMatchObject({ status: 200 });
    // Un dessin venu d'ailleurs n'est pas montré.
    expect(await act(form("confirm", { code: "1", uri: "javascript:alert(1)", codes: "" }))).toMatchObject({
      status: 422,
    });
  });
});

describe("La page des premiers pas", () => {
  const fields = {
    legalName: "La Ruche",
    siren: "404833048",
    siret: "40483304800022",
    firstName: "Nadia",
    lastName: "Le Goff",
    password: PASSWORD,
  };

  it("est fermée dès qu'une coopérative existe, pour lire comme pour agir", async () => {
    await freshTenant();
    const form = { ...fields, administratorEmail: email };
    for (const run of [firstRun.loader, firstRun.action]) {
      const answer = await answerOf(() => run(on({ path: "/premiers-pas", form })));
      expect(answer).toMatchObject({ status: 302, location: "/connexion" });
    }
    expect(await browser.signIn(email, PASSWORD)).toBe("identity.wrong");
  });
});
