/**
 * The door of houses that sign what they bring: no session, no cookie, no form. What it answers is the same whether the
 * sender is on this instance or on another one.
 */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import type { CommandHost } from "#platform/command.ts";
import type { Database } from "#platform/database/database.ts";
import { statusOf } from "#platform/http/tenant.ts";
import { executePublic, type OpenCooperative } from "#platform/public-command.ts";
import { VERSIONS } from "../observation/observation.ts";
import { acceptAdhesion } from "./accept-adhesion.command.ts";
import { LARGEST_BODY, readSigned } from "./protocol.ts";
import { receiveObservation } from "./receive-observation.command.ts";

export type MachineAnswer = { readonly status: number; readonly body: string };

const COMMANDS = { adhesion: acceptAdhesion, observation: receiveObservation };
/** "/api/v1/observatoire/faisceau/observation". */
export const DOOR_PATH = /^\/api\/v1\/observatoire\/([a-z0-9-]{1,40})\/(adhesion|observation)$/;

async function networkOf(database: Database, slug: string): Promise<OpenCooperative | null> {
  const { rows } = await sql<{ organizationId: OrganizationId; timeZone: string }>`select
    organization_id as "organizationId", time_zone as "timeZone" from observatory.network_door(${slug})`.execute(
    database,
  );
  return rows[0] ?? null;
}

const failed = (status: number, error: string): MachineAnswer => ({
  status,
  body: JSON.stringify(error === "observation.version" ? { error, versions: VERSIONS } : { error }),
});

export async function answerMachine(host: CommandHost, path: string, body: string): Promise<MachineAnswer> {
  const [, slug = "", act = ""] = DOOR_PATH.exec(path) ?? [];
  if (slug === "") return failed(404, "observatory.noDoor");
  if (Buffer.byteLength(body) > LARGEST_BODY) return failed(413, "observation.tooLarge");
  const signed = readSigned(body);
  if (signed === null) return failed(400, "observation.unreadable");
  const network = await networkOf(host.database, slug);
  if (network === null) return failed(404, "observatory.noDoor");
  const result = await executePublic(host, network, COMMANDS[act as keyof typeof COMMANDS], signed);
  if (isRefusal(result)) return failed(result.code === "observation.version" ? 426 : statusOf(result), result.code);
  return { status: 200, body: JSON.stringify(result) };
}
