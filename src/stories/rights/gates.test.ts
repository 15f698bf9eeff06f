import { request } from "node:http";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createVisitor, type Visitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";
import { EXPECTATIONS } from "./expectations.ts";
import { readRoutes } from "./route-list.ts";

const world = inject("world");
let visitor: Visitor;

/** One address of each route that somebody of the direction may open. */
const addresses = readRoutes().map(({ path }) => {
  const { thing } = EXPECTATIONS[path] ?? {};
  return path
    .replace(":cooperative", world.home)
    .replace(/:(token|colour|code)/, "0b5c55")
    .replace(/:\w+/, thing === undefined ? "x" : String(world.activities.A[thing]));
});

/** The status a body of `bytes`, sent piece by piece, is answered with; chunked unless its length is announced. */
function sendPieces(url: string, headers: Record<string, string>, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
      sending.destroy();
    });
    // After the answer, the server may close before everything was sent.
    sending.on("error", reject);
    Readable.from(
      (function* pieces() {
        for (let left = bytes; left > 0; left -= 65536) yield Buffer.alloc(Math.min(left, 65536), "a");
      })(),
    ).pipe(sending);
  });
}

beforeAll(async () => {
  visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns.direction, PASSWORD);
});

describe("Ce qui garde chaque porte", () => {
  test("un envoi qui ne vient pas de nos pages est refusé sur chaque route, formulaire ou non", async () => {
    const faults: string[] = [];
    const origins = [null, "null", "https://ailleurs.example", `${world.baseUrl}.ailleurs.example`, "http://127.0.0.1"];
    for (const path of addresses) {
      for (const origin of origins) {
        const { status } = await visitor.post(path, { intention: "delete" }, { origin });
        if (status !== 403) faults.push(`${path} from ${origin}: ${status}`);
      }
      const { status } = await visitor.post(`${path === "/" ? "/_root" : path}.data`, {}, { origin: null });
      if (status !== 403) faults.push(`${path}.data: ${status}`);
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const { status } = await fetch(`${world.baseUrl}/${world.home}/clients`, { method });
      if (status !== 403) faults.push(`${method}: ${status}`);
    }
    expect(faults).toEqual([]);
    expect(addresses.length).toBeGreaterThan(50);
  });

  test("chaque page a sa règle de contenu, sans script ni style écrits dedans, et son propre mot de passe de script", async () => {
    const nonces = new Set<string>();
    const faults: string[] = [];
    let pages = 0;
    for (const path of addresses) {
      const page = await visitor.get(path);
      const type = page.headers.get("content-type") ?? "";
      const policy = page.headers.get("content-security-policy") ?? "";
      const text = await page.text();
      if (page.status !== 302 && page.headers.get("x-content-type-options") !== "nosniff")
        faults.push(`${path}: sniffed`);
      if (!type.includes("text/html")) continue;
      pages += 1;
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      if (nonce === "" || nonces.has(nonce)) faults.push(`${path}: nonce « ${nonce} »`);
      nonces.add(nonce);
      if (/unsafe-(inline|eval)|\*/.test(policy)) faults.push(`${path}: ${policy}`);
      for (const wanted of [
        "default-src 'self'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ]) {
        if (!policy.includes(wanted)) faults.push(`${path}: no ${wanted}`);
      }
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      if (scripts.some((tag) => !tag.includes(`nonce="${nonce}"`))) faults.push(`${path}: a script without its nonce`);
      if (/<[^>]+\sstyle="/.test(text) || /<[^>]+\son[a-z]+="/.test(text))
        faults.push(`${path}: style or script in a tag`);
      if (!/private|no-store/.test(page.headers.get("cache-control") ?? ""))
        faults.push(`${path}: may be kept by others`);
    }
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(40);
  });

  test("les cookies de connexion ne se lisent pas d'un script et ne partent pas d'un autre site", async () => {
    const answer = await createVisitor(world.baseUrl).post("/connexion", {
      email: world.logIns.direction,
      password: PASSWORD,
      remember: "on",
    });
    const cookies = answer.headers.getSetCookie().filter((line) => line.startsWith("essaim."));
    expect(cookies.length).toBeGreaterThan(0);
    for (const line of cookies) {
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=(Lax|Strict)/i);
      expect(line).toMatch(/; Path=\//i);
    }
  });

  test("une page que l'on ouvre ne change rien : on ne se déconnecte pas d'un lien", async () => {
    expect((await visitor.get("/deconnexion")).status).toBe(302);
    expect((await visitor.get(`/${world.home}`)).status).toBe(200);
  });

  test("déconnecté, un ancien cookie n'ouvre plus rien", async () => {
    const leaving = createVisitor(world.baseUrl);
    await leaving.signIn(world.logIns.direction, PASSWORD);
    const kept = [...leaving.cookies];
    expect((await leaving.post("/deconnexion", {})).status).toBe(302);
    const again = createVisitor(world.baseUrl, kept);
    const answer = await again.get(`/${world.home}`);
    expect([answer.status, answer.headers.get("location")?.startsWith("/connexion")]).toEqual([302, true]);
  });

  test("la bibliothèque de connexion n'ouvre que ce dont un navigateur a besoin", async () => {
    for (const path of ["/sign-up/email", "/sign-in/email", "/get-session", "/update-user", "/delete-user", "/ok"]) {
      const { status } = await visitor.post(`/api/auth${path}`, {});
      expect([path, status]).toEqual([path, 404]);
    }
    expect((await visitor.get("/api/auth/get-session")).status).toBe(404);
    expect((await visitor.get("/api/auth/list-sessions")).status).toBe(404);
  });

  test("un envoi trop gros est refusé, annoncé ou non ; un petit, non annoncé, passe", async () => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { origin: world.baseUrl, cookie, "content-type": "application/x-www-form-urlencoded" };
    const url = `${world.baseUrl}/${world.home}/clients/import`;
    const bytes = 21 * 1024 * 1024;
    expect(await sendPieces(url, { ...headers, "content-length": String(bytes) }, bytes)).toBe(413);
    expect(await sendPieces(url, headers, bytes)).toBe(413);
    expect(await sendPieces(url, headers, 20)).toBe(422);
  });

  test("après une connexion, on reste chez soi : la suite ne mène jamais ailleurs", async () => {
    for (const next of [
      "https://ailleurs.example",
      "//ailleurs.example",
      "/\\ailleurs.example",
      "javascript:alert(1)",
    ]) {
      const answer = await createVisitor(world.baseUrl).post("/connexion", {
        email: world.logIns.accountant,
        password: PASSWORD,
        suite: next,
      });
      expect([next, answer.headers.get("location")?.replace(/\?.*/, "")]).toEqual([next, "/cooperatives"]);
    }
  });
});
