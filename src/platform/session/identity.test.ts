import { createHmac } from "node:crypto";
import type pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#testing/test-database.ts";
import { createIdentity } from "./identity.ts";
import type { AccountMail, Identity } from "./session.ts";
import { type TestBrowser, testBrowser } from "./testing.ts";

const PASSWORD = "les abeilles dansent le soir";
const OTHER = "la ruche dort sous la neige";

let pool: pg.Pool;
let identity: Identity;
let errors: unknown[];
let mails: AccountMail[];
let email: string;
let count = 0;

function open(publicUrl = "http://localhost:3000"): Identity {
  return createIdentity({
    pool,
    secret: "the secret of an instance, long enough",
    publicUrl,
    trustedProxies: [],
    sendMail: async (mail) => void mails.push(mail),
    onError: (error) => errors.push(error),
  });
}

/** An address nobody else uses: the tests share the rate limits of one database. */
let host = 0;
const address = () => `198.18.${(process.pid + ++host) % 250}.${host % 250}`;
const browser = (options: { userAgent?: string } = {}): TestBrowser =>
  testBrowser(identity, { address: address(), ...options });

beforeAll(async () => {
  pool = (await testDatabase()).pool("auth");
});

beforeEach(() => {
  errors = [];
  mails = [];
  identity = open();
  count += 1;
  email = `person-${process.pid}-${count}@example.org`;
});

const someone = () => identity.ensureUser({ email, name: "Samira Roux", password: PASSWORD });

/** The code that an authenticator shows, from RFC 6238: HMAC-SHA1 of the half-minute. */
function codeOf(uri: string, at = Date.now()): string {
  const base32 = new URL(uri).searchParams.get("secret") ?? "";
  let bits = "";
  for (const letter of base32) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

describe("Se connecter", () => {
  it("avec son adresse et son mot de passe, quelle que soit la casse de l'adresse", async () => {
    await someone();
    const here = browser();
    expect(await here.who()).toBeNull();
    expect(await here.signIn(` ${email.toUpperCase()}`, PASSWORD)).toBe("signedIn");
    expect(await here.who()).toBe(email);
  });

  it("dit la même chose d'un mauvais mot de passe et d'une adresse inconnue", async () => {
    await someone();
    expect(await browser().signIn(email, OTHER)).toBe("identity.wrong");
    expect(await browser().signIn(`inconnue-${email}`, PASSWORD)).toBe("identity.wrong");
    expect(await browser().signIn("pas une adresse", PASSWORD)).toBe("identity.wrong");
  });

  it("pose des cookies que les scripts et les autres sites ne voient pas, sûrs quand l'adresse publique est en https", async () => {
    await someone();
    const plain = await identity.signIn(browser().visitor(), { email, password: PASSWORD, remember: true });
    for (const line of plain.cookies ?? []) expect(line).toMatch(/HttpOnly/i);
    for (const line of plain.cookies ?? []) expect(line).toMatch(/SameSite=Lax/i);
    identity = open("https://coop.example");
    const secure = await identity.signIn(browser().visitor(), { email, password: PASSWORD, remember: true });
    const sent = secure.cookies ?? [];
    expect(sent.length).toBeGreaterThanOrEqual(2);
    for (const line of sent) expect(line).toMatch(/^__Secure-.*Secure/i);
    const there = browser();
    there.keep(sent);
    expect(await there.who()).toBe(email);
  });

  it("n'est reconnu qu'avec un cookie signé par cette instance", async () => {
    await someone();
    const here = browser();
    await here.signIn(email, PASSWORD);
    const [name, value = ""] = [...here.jar].find(([key]) => key.endsWith("session_token")) ?? [];
    here.jar.clear();
    here.jar.set(
      name ?? "",
      value.replace(/^./, (letter) => (letter === "a" ? "b" : "a")),
    );
    expect(await here.who()).toBeNull();
  });

  it("sans rester connecté, pose un cookie qui meurt avec le navigateur", async () => {
    await someone();
    const answer = await identity.signIn(browser().visitor(), { email, password: PASSWORD, remember: false });
    const token = answer.cookies?.find((line) => line.includes("session_token"));
    expect(token).toBeDefined();
    expect(token).not.toMatch(/max-age/i);
  });

  it("se déconnecter met fin à la session, même pour qui en a gardé les cookies", async () => {
    await someone();
    const here = browser();
    await here.signIn(email, PASSWORD);
    const copy = browser();
    for (const [name, value] of here.jar) copy.jar.set(name, value);
    expect(await copy.who()).toBe(email);
    here.keep((await identity.signOut(here.visitor())).cookies);
    expect(await here.who()).toBeNull();
    expect(await copy.who()).toBeNull();
  });

  it("personne ne peut s'inscrire ni appeler la bibliothèque de l'extérieur", async () => {
    const body = JSON.stringify({ name: "Intruse", email, password: PASSWORD });
    for (const path of ["sign-up/email", "sign-in/email", "update-user", "two-factor/disable"]) {
      const request = new Request(`http://localhost:3000/api/auth/${path}`, { method: "POST", body });
      expect((await identity.handle(request, browser().visitor())).status, path).toBe(404);
    }
    for (const path of ["get-session", "list-sessions", "reset-password/x", "passkey/list-user-passkeys"]) {
      const request = new Request(`http://localhost:3000/api/auth/${path}`);
      expect((await identity.handle(request, browser().visitor())).status, path).toBe(404);
    }
    const { rows } = await pool.query('select 1 from auth."user" where email = $1', [email]);
    expect(rows).toEqual([]);
  });
});

describe("Deviner un mot de passe", () => {
  it("est arrêté après dix échecs depuis une adresse, connue ou non, et le bon mot de passe attend aussi", async () => {
    await someone();
    for (const target of [email, `inconnue-${email}`]) {
      const here = browser();
      for (let attempt = 0; attempt < 10; attempt++) expect(await here.signIn(target, OTHER)).toBe("identity.wrong");
      expect(await here.signIn(target, PASSWORD), target).toBe("identity.tooMany");
    }
    // La personne elle-même, d'ailleurs, n'est pas enfermée dehors.
    expect(await browser().signIn(email, PASSWORD)).toBe("signedIn");
  });

  it("est arrêté partout après cent échecs venus de partout", async () => {
    await someone();
    await browser().signIn(email, OTHER);
    expect(await browser().signIn(email, PASSWORD)).toBe("signedIn");
    await pool.query(
      `insert into auth.sign_in_attempt (id, account_key, user_id, at, method, outcome, address)
       select gen_random_uuid(), f.account_key, f.user_id, now(), 'password', 'failure', 'machine ' || n
         from auth.sign_in_attempt f, generate_series(1, 100) n
        where f.outcome = 'failure' and f.user_id = (select id from auth."user" where email = $1)`,
      [email],
    );
    expect(await browser().signIn(email, PASSWORD)).toBe("identity.tooMany");
  });

  it("une même adresse ne peut pas essayer plus de trente connexions à la minute", async () => {
    const here = browser();
    const answers = new Set<string>();
    for (let attempt = 0; attempt < 31; attempt++) answers.add(await here.signIn(`u${attempt}-${email}`, OTHER));
    expect([...answers]).toEqual(["identity.wrong", "identity.slowDown"]);
  });

  it("ne garde ni nom ni adresse e-mail dans le journal technique", async () => {
    await someone();
    await browser().signIn(email, OTHER);
    await browser().signIn(`inconnue-${email}`, OTHER);
    const { rows } = await pool.query("select s::text as line from auth.sign_in_attempt s");
    for (const { line } of rows) expect(line).not.toMatch(/person-|inconnue|@|Samira/);
  });
});

describe("La double vérification", () => {
  async function withCode(): Promise<{ uri: string; backupCodes: readonly string[] }> {
    await someone();
    const here = browser();
    await here.signIn(email, PASSWORD);
    const begun = await identity.beginCode(here.visitor(), PASSWORD);
    if (begun.refused) throw new Error(begun.code);
    here.keep((await identity.confirmCode(here.visitor(), codeOf(begun.value.uri))).cookies);
    expect(await here.who()).toBe(email);
    return begun.value;
  }

  it("se met en place en deux temps, avec le mot de passe puis un premier code", async () => {
    await someone();
    const here = browser();
    await here.signIn(email, PASSWORD);
    expect(await identity.beginCode(here.visitor(), OTHER)).toMatchObject({ code: "identity.wrongPassword" });
    const begun = await identity.beginCode(here.visitor(), PASSWORD);
    if (begun.refused) throw new Error(begun.code);
    expect(begun.value.backupCodes).toHaveLength(10);
    // Tant qu'aucun code n'a été donné, la connexion reste simple.
    expect(await browser().signIn(email, PASSWORD)).toBe("signedIn");
    expect(await identity.confirmCode(here.visitor(), "000000")).toMatchObject({ code: "identity.wrongCode" });
    const confirmed = await identity.confirmCode(here.visitor(), ` ${codeOf(begun.value.uri)} `);
    here.keep(confirmed.cookies);
    const { signedIn } = await identity.recognise(here.visitor());
    expect(signedIn && (await identity.security(signedIn)).codeEnabled).toBe(true);
  });

  it("demande ensuite un code, et le mot de passe seul n'ouvre rien", async () => {
    const { uri } = await withCode();
    const here = browser();
    expect(await here.signIn(email, PASSWORD)).toBe("codeNeeded");
    expect(await here.who()).toBeNull();
    expect(await identity.giveCode(here.visitor(), { code: "123", trustDevice: false })).toMatchObject({
      code: "identity.wrongCode",
      field: "code",
    });
    const answer = await identity.giveCode(here.visitor(), { code: codeOf(uri), trustDevice: false });
    here.keep(answer.cookies);
    expect(await here.who()).toBe(email);
  });

  it("accepte un code de secours une seule fois, tapé avec ou sans tiret", async () => {
    const { backupCodes } = await withCode();
    const code = (backupCodes[0] ?? "").replace("-", "");
    for (const expected of [email, null]) {
      const here = browser();
      await here.signIn(email, PASSWORD);
      here.keep((await identity.giveCode(here.visitor(), { code, trustDevice: false })).cookies);
      expect(await here.who()).toBe(expected);
    }
  });

  it("ne se laisse pas deviner: cinq codes faux, et tout est à recommencer", async () => {
    const { uri } = await withCode();
    const here = browser();
    await here.signIn(email, PASSWORD);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await identity.giveCode(here.visitor(), { code: "000000", trustDevice: false })).toMatchObject({
        code: "identity.wrongCode",
      });
    }
    expect(await identity.giveCode(here.visitor(), { code: codeOf(uri), trustDevice: false })).toMatchObject({
      code: "identity.codeExpired",
    });
  });

  it("se souvient d'un appareil de confiance, et de lui seul", async () => {
    const { uri } = await withCode();
    const trusted = browser();
    await trusted.signIn(email, PASSWORD);
    trusted.keep((await identity.giveCode(trusted.visitor(), { code: codeOf(uri), trustDevice: true })).cookies);
    trusted.keep((await identity.signOut(trusted.visitor())).cookies);
    expect(await trusted.signIn(email, PASSWORD)).toBe("signedIn");
    expect(await browser().signIn(email, PASSWORD)).toBe("codeNeeded");
  });

  it("se retire avec le mot de passe", async () => {
    const { uri } = await withCode();
    const here = browser();
    await here.signIn(email, PASSWORD);
    here.keep((await identity.giveCode(here.visitor(), { code: codeOf(uri), trustDevice: false })).cookies);
    expect(await identity.removeCode(here.visitor(), OTHER)).toMatchObject({ code: "identity.wrongPassword" });
    const renewed = await identity.renewBackupCodes(here.visitor(), PASSWORD);
    expect(renewed.refused ? [] : renewed.value).toHaveLength(10);
    here.keep((await identity.removeCode(here.visitor(), PASSWORD)).cookies);
    expect(await here.who()).toBe(email);
    expect(await browser().signIn(email, PASSWORD)).toBe("signedIn");
  });
});

describe("Changer de mot de passe", () => {
  const linkIn = (mail: AccountMail | undefined) => /\/mot-de-passe\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";

  it("par un lien reçu par e-mail, une seule fois; tous les appareils sont déconnectés", async () => {
    await someone();
    const elsewhere = browser();
    await elsewhere.signIn(email, PASSWORD);
    const here = browser();
    await identity.requestReset(here.visitor(), email);
    await expect.poll(() => mails.length).toBe(1);
    expect(mails[0]).toMatchObject({ to: email, subject: "Choisir un nouveau mot de passe" });
    const token = linkIn(mails[0]);
    expect(await identity.linkWorks(token)).toBe(true);
    const simple = await identity.resetPassword(here.visitor(), { token, password: "motdepasse12" });
    expect(simple).toMatchObject({ code: "password.tooSimple", field: "password" });
    expect(await identity.resetPassword(here.visitor(), { token, password: OTHER })).not.toHaveProperty(
      "refused",
      true,
    );
    expect(await elsewhere.who()).toBeNull();
    expect(await browser().signIn(email, PASSWORD)).toBe("identity.wrong");
    expect(await browser().signIn(email, OTHER)).toBe("signedIn");
    expect(await identity.linkWorks(token)).toBe(false);
    expect(await identity.resetPassword(here.visitor(), { token, password: PASSWORD })).toMatchObject({
      code: "identity.linkExpired",
    });
    expect(mails[1]).toMatchObject({ to: email, subject: "Votre mot de passe a changé" });
  });

  it("ne dit pas si l'adresse est connue, et n'écrit alors à personne", async () => {
    expect(await identity.requestReset(browser().visitor(), `inconnue-${email}`)).toMatchObject({ value: null });
    expect(mails).toEqual([]);
  });

  it("ne laisse pas de lien lisible dans la base", async () => {
    await someone();
    await identity.requestReset(browser().visitor(), email);
    await expect.poll(() => mails.length).toBe(1);
    const { rows } = await pool.query('select v::text as line from auth."verification" v');
    for (const { line } of rows) expect(line).not.toContain(linkIn(mails[0]));
  });

  it("depuis son compte, avec l'actuel; les autres appareils sont déconnectés, pas celui-ci", async () => {
    await someone();
    const [here, elsewhere] = [browser(), browser()];
    await here.signIn(email, PASSWORD);
    await elsewhere.signIn(email, PASSWORD);
    expect(await identity.changePassword(here.visitor(), { current: OTHER, password: OTHER })).toMatchObject({
      code: "identity.wrongPassword",
      field: "current",
    });
    here.keep((await identity.changePassword(here.visitor(), { current: PASSWORD, password: OTHER })).cookies);
    expect(await here.who()).toBe(email);
    expect(await elsewhere.who()).toBeNull();
  });

  it("une personne invitée choisit son premier mot de passe par son lien", async () => {
    const invitation = { key: "k1", email, name: "Samira Roux", cooperativeName: "L’Établi" };
    const userId = await identity.invite(invitation);
    expect(mails).toMatchObject([{ key: "k1", to: email, subject: "L’Établi vous ouvre son espace" }]);
    expect(mails[0]?.text).toMatch(/http:\/\/localhost:3000\/mot-de-passe\/[\w-]{32}$/m);
    expect(await identity.whoCanSignIn([userId])).toEqual(new Set());
    expect(await browser().signIn(email, PASSWORD)).toBe("identity.wrong");
    await identity.resetPassword(browser().visitor(), { token: linkIn(mails[0]), password: PASSWORD });
    expect(await browser().signIn(email, PASSWORD)).toBe("signedIn");
    expect(await identity.whoCanSignIn([userId, "somebody else"])).toEqual(new Set([userId]));
    // Invitée ailleurs, la même personne garde son compte et n'a pas de mot de passe à choisir.
    expect(await identity.invite({ ...invitation, key: "k2", cooperativeName: "La Ruche" })).toBe(userId);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain("http://localhost:3000/connexion");
    expect(mails[1]?.text).not.toContain("/mot-de-passe/");
  });

  it("ensureUser ne change jamais le mot de passe de quelqu'un qui en a un", async () => {
    const userId = await someone();
    expect(await identity.ensureUser({ email, name: "Autre", password: OTHER })).toBe(userId);
    expect(await browser().signIn(email, OTHER)).toBe("identity.wrong");
    const both = await Promise.all(
      [1, 2].map(() => identity.ensureUser({ email: `deux-${email}`, name: "Double", password: PASSWORD })),
    );
    expect(both[0]).toBe(both[1]);
  });
});

describe("Ses appareils et son journal", () => {
  it("liste ses sessions, en ferme une tout de suite, et jamais celle d'un autre", async () => {
    await someone();
    const [here, phone] = [browser({ userAgent: "Firefox" }), browser({ userAgent: "Téléphone" })];
    await here.signIn(email, PASSWORD);
    await phone.signIn(email, PASSWORD);
    const stranger = { email: `voisine-${email}`, name: "Voisine", password: PASSWORD };
    await identity.ensureUser(stranger);
    const neighbour = browser();
    await neighbour.signIn(stranger.email, PASSWORD);
    const theirs = (await identity.recognise(neighbour.visitor())).signedIn;
    const me = (await identity.recognise(here.visitor())).signedIn;
    if (!me || !theirs) throw new Error("not signed in");
    const { sessions } = await identity.security(me);
    expect(sessions.map(({ userAgent, current }) => [userAgent, current]).sort()).toEqual([
      ["Firefox", true],
      ["Téléphone", false],
    ]);
    expect(JSON.stringify(sessions)).not.toContain(phone.jar.get("essaim.session_token")?.split(".")[0]);
    expect(await identity.endSession(me, theirs.sessionId)).toMatchObject({ code: "identity.noSuchSession" });
    expect(await neighbour.who()).toBe(stranger.email);
    const other = sessions.find(({ current }) => !current)?.id ?? "";
    expect(await phone.who()).toBe(email);
    await identity.endSession(me, other);
    expect(await phone.who()).toBeNull();
    await phone.signIn(email, PASSWORD);
    await identity.endOtherSessions(me);
    expect(await phone.who()).toBeNull();
    expect(await here.who()).toBe(email);
  });

  it("montre ses connexions réussies et manquées, avec leur adresse", async () => {
    await someone();
    const here = browser();
    await here.signIn(email, OTHER);
    await here.signIn(email, PASSWORD);
    const me = (await identity.recognise(here.visitor())).signedIn;
    const { attempts } = me ? await identity.security(me) : { attempts: [] };
    expect(attempts.map(({ method, outcome, address: from }) => [method, outcome, from])).toEqual([
      ["password", "success", here.visitor().address],
      ["password", "failure", here.visitor().address],
    ]);
  });

  it("le cookie de la session répond sans la base", async () => {
    await someone();
    const here = browser();
    await here.signIn(email, PASSWORD);
    let queries = 0;
    const counted = new Proxy(pool, {
      get(target, name) {
        if (name === "query" || name === "connect") queries += 1;
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    identity = createIdentity({
      pool: counted,
      secret: "the secret of an instance, long enough",
      publicUrl: "http://localhost:3000",
      trustedProxies: [],
      sendMail: async () => {},
    });
    await identity.recognise(here.visitor());
    const after = queries;
    for (let turn = 0; turn < 20; turn++) await identity.recognise(here.visitor());
    expect(queries).toBe(after);
  });

  it("la base de la bibliothèque est celle que nos migrations écrivent", async () => {
    await someone();
    await browser().signIn(email, PASSWORD);
    expect(errors).toEqual([]);
  });
});
