/** The door of a room: its code, then who comes by it — somebody of the network, a guest with the cookie of this room, or nobody yet. */
import { data, redirect } from "react-router";
import type { Actor } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { App } from "#platform/app.ts";
import type { Caller } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant, withUser } from "#platform/database/tenant.ts";
import { appContext, languageContext, signedInContext, visitorContext } from "#platform/http/context.ts";
import { pace } from "#platform/http/pace.ts";
import { problemOf, type RouteArguments, statusOf } from "#platform/http/tenant.ts";
import { executePublic, type PublicCommand } from "#platform/public-command.ts";
import type { ParticipantId } from "../card/card.ts";
import { findRoom, type OpenRoom, roomOfCode } from "../room/room.store.ts";
import { type Room, readCode } from "../room/room.ts";
import { findParticipant, type Participant, participantOf } from "./participant.store.ts";

export type DoorArguments = Pick<RouteArguments, "request" | "context"> & {
  readonly params: { readonly code?: string };
};

/** Codes that open nothing, for each address of the network: a whole room may stand behind one, and mistypes. */
const MISSES = pace(60, 600_000);
/** Guests who come in, for each address. */
const ENTERING = pace(600, 600_000);
/** Acts of one participant. */
const ACTING = pace(90, 60_000);
const GUEST_PURPOSE = "room.guest";

/** Nothing of it is kept by browsers, proxies or search engines. */
export const DOOR_HEADERS = { "cache-control": "private, no-store", "x-robots-tag": "noindex, nofollow" } as const;

export type Door = {
  readonly app: App;
  readonly tx: Tx;
  readonly now: Instant;
  readonly language: Language;
  readonly open: Pick<OpenRoom, "organizationId" | "timeZone"> & { readonly slug: string | null };
  readonly room: Room;
  /** Who takes part already. */
  readonly participant: Participant | null;
  /** Somebody of the network who is signed in. */
  readonly actor: Actor | null;
};

const cookieName = (code: string) => `salle-${code}`;

/** The cookie of a guest: for this room alone, until a day has passed. */
export function guestCookie(app: App, code: string, open: Pick<OpenRoom, "organizationId">, id: ParticipantId): string {
  const token = app.tokens.make(GUEST_PURPOSE, open.organizationId, id);
  const secure = app.settings.publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(code)}=${token}; Path=/r; Max-Age=86400; HttpOnly; SameSite=Lax${secure}`;
}

function guestOf(app: App, request: Request, code: string) {
  const cookies = request.headers.get("cookie") ?? "";
  const token = new RegExp(`(?:^|;\\s*)${cookieName(code)}=([\\w-]+)`).exec(cookies)?.[1];
  return token === undefined ? null : app.tokens.read(GUEST_PURPOSE, token);
}

function refuseAll(status: 404 | 429): never {
  throw data({ status }, { status, headers: DOOR_HEADERS });
}

/** What the code opens. A closed room is still shown to its guests, who have its cookie. */
async function openedBy(args: DoorArguments, app: App, code: string | null) {
  const { address } = args.context.get(visitorContext);
  const now = Date.parse(app.clock());
  if (MISSES.spent(address, now)) refuseAll(429);
  const open = code === null ? null : await withUser(app.database, "", (tx) => roomOfCode(tx, code));
  const guest = code === null ? null : guestOf(app, args.request, code);
  if (open === null && guest === null) {
    MISSES.allows(address, now);
    refuseAll(404);
  }
  return { open, guest };
}

/** Reads for whoever stands at the door, in one transaction of the network that the code names. */
export async function readAtDoor<T>(args: DoorArguments, work: (door: Door) => Promise<T | Refusal>): Promise<T> {
  const app = args.context.get(appContext);
  const code = readCode(args.params.code ?? "");
  if (code !== null && code !== args.params.code && args.request.method === "GET") throw redirect(`/r/${code}`);
  const { open, guest } = await openedBy(args, app, code);
  const organizationId = open?.organizationId ?? guest?.organizationId ?? refuseAll(404);
  const signedIn = args.context.get(signedInContext);
  const now = app.clock();
  const language = args.context.get(languageContext);
  const member =
    open !== null && signedIn !== null && (await app.findOrganization(open.slug, signedIn.userId)) === organizationId;
  const caller: Caller | null = member ? { organizationId, userId: signedIn.userId } : null;
  const result = await withTenant(app.database, caller ?? { organizationId, userId: null }, async (tx) => {
    const presence = caller === null ? null : await app.loadPresence(tx, caller, now);
    const actor = presence?.actor ?? null;
    const given = guest === null || guest.organizationId !== organizationId ? null : (guest.id as ParticipantId);
    const byCookie = given === null ? null : await findParticipant(tx, organizationId, given);
    const roomId = open?.roomId ?? byCookie?.roomId;
    const room = roomId === undefined ? null : await findRoom(tx, organizationId, roomId);
    if (room === null || room.code !== code) return refuse("missing", "room.missing");
    const own = actor === null ? null : await participantOf(tx, organizationId, room.id, actor.personId);
    const participant = own ?? (byCookie?.roomId === room.id ? byCookie : null);
    const tenant = { organizationId, timeZone: open?.timeZone ?? "Europe/Paris", slug: open?.slug ?? null };
    return work({ app, tx, now, language, open: tenant, room, participant, actor });
  });
  if (isRefusal(result))
    throw data(problemOf(app, result, language), { status: statusOf(result), headers: DOOR_HEADERS });
  return result;
}

type Ran<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly problem: ReturnType<typeof problemOf>; readonly status: number };

/** Plays an act of whoever stands at the door: as the participant that they are, or as nobody when they come in. */
export async function actAtDoor<Input, Output>(
  args: DoorArguments,
  door: Pick<Door, "app" | "language" | "open" | "room" | "participant">,
  command: PublicCommand<Input, Output>,
  input: Record<string, unknown>,
  key: string,
): Promise<Ran<Output>> {
  const { app, language, open, room, participant } = door;
  const { address } = args.context.get(visitorContext);
  const now = Date.parse(app.clock());
  const allowed = participant === null ? ENTERING.allows(address, now) : ACTING.allows(participant.id, now);
  const result = allowed
    ? await executePublic(
        app,
        open,
        command,
        { ...input, roomId: room.id, ...(participant === null ? {} : { participantId: participant.id }) },
        key === "" ? {} : { idempotencyKey: `${command.name}:${participant?.id ?? ""}:${key}` },
      )
    : refuse("conflict", "room.tooFast");
  if (!isRefusal(result)) return { ok: true, output: result as Output };
  return { ok: false, problem: problemOf(app, result, language), status: statusOf(result) };
}
