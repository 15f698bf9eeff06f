import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#testing/test-database.ts";
import { createIdentity } from "./identity.ts";
import type { Identity } from "./session.ts";
import { type TestBrowser, testBrowser } from "./testing.ts";

const ORIGIN = "http://localhost:3000";
const PASSWORD = "les abeilles dansent le soir";
const email = `passkey-${process.pid}@example.org`;

let pool: pg.Pool;
let identity: Identity;
const errors: unknown[] = [];

beforeAll(async () => {
  pool = (await testDatabase()).pool("auth");
  identity = createIdentity({
    pool,
    secret: "the secret of an instance, long enough",
    publicUrl: ORIGIN,
    trustedProxies: [],
    sendMail: async () => {},
    onError: (error) => errors.push(error),
  });
  await identity.ensureUser({ email, name: "Samira Roux", password: PASSWORD });
});

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();

/** The little of CBOR (RFC 8949) that an attestation needs: integers, bytes, text and maps under 256. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) =>
    size < 24 ? Buffer.from([(major << 5) | size]) : Buffer.from([(major << 5) | 24, size]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const items = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as number)]);
  return Buffer.concat([head(5, value.size), ...items]);
}

/** A phone or a security key, as WebAuthn level 2 describes what it answers. */
class SoftAuthenticator {
  readonly id = randomBytes(16);
  readonly key: KeyObject;
  readonly publicKey: Buffer;
  /** Says that its owner was recognised (fingerprint, code of the phone). */
  recognisesOwner = true;

  constructor() {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.key = pair.privateKey;
    const jwk = pair.publicKey.export({ format: "jwk" });
    const point = (text: string | undefined) => Buffer.from(text ?? "", "base64url");
    const cose = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(jwk.x)],
      [-3, point(jwk.y)],
    ]);
    this.publicKey = cbor(cose as Map<number | string, unknown>);
  }

  private data(flags: number, more: Buffer = Buffer.alloc(0)): Buffer {
    const all = flags | 1 | (this.recognisesOwner ? 4 : 0);
    return Buffer.concat([sha256("localhost"), Buffer.from([all, 0, 0, 0, 0]), more]);
  }

  private client(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }));
  }

  private answer(response: Record<string, string>) {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  create(challenge: string, origin = ORIGIN) {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.publicKey]);
    const object = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", this.data(0x40, attested)],
    ]);
    return this.answer({
      clientDataJSON: this.client("create", challenge, origin).toString("base64url"),
      attestationObject: cbor(object).toString("base64url"),
    });
  }

  get(challenge: string, origin = ORIGIN) {
    const [data, client] = [this.data(0), this.client("get", challenge, origin)];
    return this.answer({
      clientDataJSON: client.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: sign("sha256", Buffer.concat([data, sha256(client)]), this.key).toString("base64url"),
      userHandle: "",
    });
  }
}

async function call(browser: TestBrowser, method: "GET" | "POST", path: string, body?: unknown) {
  const visitor = browser.visitor();
  const request = new Request(`${ORIGIN}/api/auth/passkey/${path}`, {
    method,
    body: body && JSON.stringify(body),
  } as RequestInit);
  const response = await identity.handle(request, visitor);
  browser.keep(response.headers.getSetCookie());
  return { status: response.status, body: (await response.json()) as { challenge: string } };
}

async function register(browser: TestBrowser, key: SoftAuthenticator) {
  const { body } = await call(browser, "GET", "generate-register-options");
  return call(browser, "POST", "verify-registration", { response: key.create(body.challenge), name: "Mon téléphone" });
}

async function enter(browser: TestBrowser, key: SoftAuthenticator, origin = ORIGIN) {
  const { body } = await call(browser, "GET", "generate-authenticate-options");
  return call(browser, "POST", "verify-authentication", { response: key.get(body.challenge, origin) });
}

let last = 0;
const browser = () => testBrowser(identity, { address: `198.19.0.${++last}` });

describe("Une clé d'accès", () => {
  const phone = new SoftAuthenticator();

  it("s'ajoute une fois connecté, et seulement alors", async () => {
    const stranger = await call(browser(), "GET", "generate-register-options");
    expect(stranger.status).toBe(401);
    const here = browser();
    await here.signIn(email, PASSWORD);
    const { status } = await register(here, phone);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    const me = (await identity.recognise(here.visitor())).signedIn;
    expect(me && (await identity.security(me)).passkeys).toMatchObject([{ name: "Mon téléphone" }]);
  });

  it("ouvre une session sans mot de passe, et le journal le dit", async () => {
    const here = browser();
    expect((await enter(here, phone)).status).toBe(200);
    expect(await here.who()).toBe(email);
    const me = (await identity.recognise(here.visitor())).signedIn;
    expect(me && (await identity.security(me)).attempts[0]).toMatchObject({ method: "passkey", outcome: "success" });
  });

  it("n'ouvre rien si l'appareil n'a pas reconnu sa propriétaire", async () => {
    phone.recognisesOwner = false;
    const here = browser();
    expect((await enter(here, phone)).status).toBe(401);
    expect(await here.who()).toBeNull();
    phone.recognisesOwner = true;
  });

  it("n'ouvre rien depuis un autre site, ni avec une autre clé, ni deux fois avec la même réponse", async () => {
    const here = browser();
    expect((await enter(here, phone, "https://etabli.example.evil")).status).toBe(400);
    expect((await enter(here, new SoftAuthenticator())).status).toBe(401);
    const { body } = await call(here, "GET", "generate-authenticate-options");
    const response = phone.get(body.challenge);
    expect((await call(browser(), "POST", "verify-authentication", { response })).status).toBe(400);
    expect((await call(here, "POST", "verify-authentication", { response })).status).toBe(200);
    expect((await call(here, "POST", "verify-authentication", { response })).status).toBe(400);
  });

  it("se retire, par sa propriétaire seulement, et n'ouvre plus rien", async () => {
    const stranger = { email: `other-${email}`, name: "Autre", password: PASSWORD };
    await identity.ensureUser(stranger);
    const there = browser();
    await there.signIn(stranger.email, PASSWORD);
    const here = browser();
    await here.signIn(email, PASSWORD);
    const them = (await identity.recognise(there.visitor())).signedIn;
    const me = (await identity.recognise(here.visitor())).signedIn;
    if (!me || !them) throw new Error("not signed in");
    const id = (await identity.security(me)).passkeys[0]?.id ?? "";
    expect(await identity.removePasskey(them, id)).toMatchObject({ code: "identity.noSuchPasskey" });
    expect((await enter(browser(), phone)).status).toBe(200);
    expect(await identity.removePasskey(me, id)).toMatchObject({ value: null });
    expect((await enter(browser(), phone)).status).toBe(401);
  });
});
