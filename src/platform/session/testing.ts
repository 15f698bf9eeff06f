import type { Identity, Visitor } from "./session.ts";

/** A browser of the tests: keeps cookies as a real one does, from one address. */
export function testBrowser(identity: Identity, options: { address?: string; userAgent?: string } = {}) {
  const jar = new Map<string, string>();
  return {
    jar,
    visitor(): Visitor {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const headers = { cookie, "user-agent": options.userAgent ?? "Firefox" };
      return identity.visitor(
        new Request("http://localhost:3000/", { headers }),
        options.address ?? "203.0.113.1",
        "fr",
      );
    },
    keep(cookies: readonly string[] | undefined): void {
      for (const line of cookies ?? []) {
        const [pair = "", ...attributes] = line.split(";");
        const at = pair.indexOf("=");
        const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
        if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name);
        else jar.set(name, value);
      }
    },
    async who(): Promise<string | null> {
      const { signedIn, cookies } = await identity.recognise(this.visitor());
      this.keep(cookies);
      return signedIn?.email ?? null;
    },
    async signIn(email: string, password: string, remember = true) {
      const answer = await identity.signIn(this.visitor(), { email, password, remember });
      this.keep(answer.cookies);
      return answer.refused ? answer.code : answer.value;
    },
  };
}

export type TestBrowser = ReturnType<typeof testBrowser>;
