/** Loaders and actions of the books, called as the framework calls them, on the real database. */
import { activitiesOf } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { answerOf, type PageAnswer, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { freshLedger, type TestLedger } from "./testing.ts";

type Half = (args: never) => unknown;
type Page = Partial<PageRequest> & { readonly file?: { readonly name: string; readonly bytes: Uint8Array | string } };

export type TestBooks = {
  readonly app: App;
  readonly ledger: TestLedger;
  readonly slug: string;
  visit(half: Half, who: TestPerson, page?: Page): Promise<PageAnswer>;
};

export async function freshBooks(options: Parameters<typeof freshLedger>[0] = {}): Promise<TestBooks> {
  const { app } = await testApp();
  const ledger = await freshLedger({ now: "2026-11-22T10:00:00.000Z", ...options });
  const { tenant } = ledger;
  const slug = tenant.slug;
  const known = {
    clock: () => tenant.host.clock(),
    activityNames: activitiesOf,
    legalIdentity: async () => ({ siren: "123456789", legalName: "Coopérative" }),
    sourceHref: () => null,
  };
  Object.assign(app, known);
  return {
    app,
    ledger,
    slug,
    visit(half, who, { file, ...page } = {}) {
      const { signedIn } = who;
      const params = { cooperative: slug, ...page.params };
      const args = pageArguments(app, { path: "/x", signedIn, ...page, params });
      if (file === undefined) return answerOf(() => half(args as never));
      const body = new FormData();
      for (const [name, value] of Object.entries(page.form ?? {})) body.set(name, String(value));
      body.set("file", new File([file.bytes as BlobPart], file.name));
      const request = new Request(args.request.url, { method: "POST", body });
      return answerOf(() => half({ ...args, request } as never));
    },
  };
}
