import { ownAddress } from "./address.ts";

/** A browser without its window: it keeps cookies, says where its forms come from, and follows nothing by itself. */
export type Visitor = {
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string | null>): Promise<Response>;
  /** Through the sign-in page. Throws when it refuses. */
  signIn(email: string, password: string): Promise<void>;
};

const BROWSER = { accept: "text/html,application/xhtml+xml", "accept-language": "fr-FR,fr" };

export function createVisitor(baseUrl: string, kept: Iterable<[string, string]> = []): Visitor {
  const cookies = new Map<string, string>(kept);
  const address = ownAddress();

  async function ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...BROWSER, ...address, ...(cookie === "" ? {} : { cookie }), ...init.headers };
    const response = await fetch(new URL(path, baseUrl), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const name = pair.slice(0, pair.indexOf("="));
      if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(name);
      else cookies.set(name, pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  }

  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form, headers = {}) => {
      const given = { origin: baseUrl, ...headers };
      const sent = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null);
      return ask(path, { method: "POST", headers: Object.fromEntries(sent), body: new URLSearchParams(form) });
    },
    async signIn(email, password) {
      const answer = await visitor.post("/connexion", { email, password, remember: "on" });
      if (answer.status !== 302) throw new Error(`${email} is not let in: ${answer.status}`);
    },
  };
  return visitor;
}
