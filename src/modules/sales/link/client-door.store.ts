/** The door of a customer's page: the seal of the address, then the tenant it names, then the one document it opens. */
import { data } from "react-router";
import { dayIn, type Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { appContext, languageContext, visitorContext } from "#platform/http/context.ts";
import { pace } from "#platform/http/pace.ts";
import { problemOf, type RouteArguments, statusOf } from "#platform/http/tenant.ts";
import { clientOf } from "./answer-online.command.ts";
import { findOpenLink } from "./document-link.store.ts";
import { type DocumentLink, LINK_PURPOSE } from "./document-link.ts";
import { en } from "./link.en.ts";
import { fr } from "./link.fr.ts";

type ClientArguments = Pick<RouteArguments, "context"> & { readonly params: { readonly token?: string } };
type Opened = {
  readonly app: App;
  readonly tx: Tx;
  readonly organizationId: OrganizationId;
  readonly link: DocumentLink;
  readonly now: Instant;
};

/** For each address of the network: pages read, and answers sent. */
const READING = pace(120, 60_000);
const ANSWERING = pace(20, 600_000);

/** Nothing of the page is kept by browsers, proxies or search engines. */
export const CLIENT_HEADERS = { "cache-control": "private, no-store", "x-robots-tag": "noindex, nofollow" } as const;

function refuseAll(args: ClientArguments, status: 404 | 429): never {
  const words = args.context.get(languageContext) === "fr" ? fr : en;
  throw data({ sentence: status === 429 ? words.tooFast : words.gone }, { status, headers: CLIENT_HEADERS });
}

function sealOf(args: ClientArguments, allowed: typeof READING): { organizationId: OrganizationId; id: string } {
  const app = args.context.get(appContext);
  const { address } = args.context.get(visitorContext);
  if (!allowed.allows(address, Date.parse(app.clock()))) refuseAll(args, 429);
  return app.tokens.read(LINK_PURPOSE, args.params.token ?? "") ?? refuseAll(args, 404);
}

/** Reads for the page, in one transaction of the tenant that the address names. Anything that does not open is 404. */
export async function readAsClient<T>(args: ClientArguments, work: (opened: Opened) => Promise<T | null>): Promise<T> {
  const { organizationId, id } = sealOf(args, READING);
  const app = args.context.get(appContext);
  const now = app.clock();
  const found = await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
    const link = await findOpenLink(tx, organizationId, id, now);
    return link === null ? null : work({ app, tx, organizationId, link, now });
  });
  return found ?? refuseAll(args, 404);
}

/** The customer's answer, run as an act like all others, by nobody of the cooperative. */
export async function answerAsClient<Input, Output>(
  args: ClientArguments,
  command: Command<Input, Output>,
  input: Record<string, string>,
) {
  const { organizationId, id } = sealOf(args, ANSWERING);
  const app = args.context.get(appContext);
  const { address } = args.context.get(visitorContext);
  const actor = clientOf(organizationId);
  const host = {
    ...app,
    loadPresence: async (tx: Tx, _caller: unknown, now: Instant) => {
      const { timeZone } = await organizationProfile(tx, organizationId);
      return { actor, timeZone, today: dayIn(now, timeZone) };
    },
  };
  const result = await execute(host, actor, command, { ...input, linkId: id, address });
  if (!isRefusal(result)) return null;
  return { problem: problemOf(app, result, args.context.get(languageContext)), status: statusOf(result) };
}
