/** SQL of minutes, and what they are written from. */
import { sql } from "kysely";
import { dayIn, type Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { timeIn } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { longDay } from "#ui/format.ts";
import { timeText } from "#ui/time-input.ts";
import type { Assembly, AssemblyId } from "../assembly/assembly.ts";
import { readAttendance } from "../attendance/room.store.ts";
import { heldRoom } from "../attendance/room.ts";
import { enclosuresOf } from "../enclosure/enclosure.store.ts";
import { motionsOf } from "../motion/motion.store.ts";
import { findArticles } from "../setup/articles.store.ts";
import { minutesText } from "./minutes-text.ts";

export type PublishedMinutes = { readonly version: number; readonly body: string; readonly publishedAt: Instant };

/** The latest first. */
export async function minutesOf(tx: Tx, organizationId: OrganizationId, id: AssemblyId): Promise<PublishedMinutes[]> {
  const { rows } = await sql<PublishedMinutes>`
    select version, body, published_at as "publishedAt" from governance.assembly_minutes
     where organization_id = ${organizationId} and assembly_id = ${id} order by version desc`.execute(tx);
  return rows;
}

/** The minutes as what happened writes them. */
export async function proposedMinutes(tx: Tx, organizationId: OrganizationId, assembly: Assembly): Promise<string> {
  const { timeZone, legalName } = await organizationProfile(tx, organizationId);
  const hour = (at: Instant | null) => (at === null ? "" : timeText(timeIn(at, timeZone)));
  const { room, fullest, left } = heldRoom(await readAttendance(tx, organizationId, assembly.id));
  const dayOf = (at: Instant | null) => (at === null ? "" : longDay(dayIn(at, timeZone)));
  return minutesText({
    ...{ cooperative: legalName, assembly, day: dayOf(assembly.openedAt), convened: dayOf(assembly.convenedAt) },
    ...{ opened: hour(assembly.openedAt), closed: hour(assembly.closedAt) },
    articles: await findArticles(tx, organizationId, assembly.articlesVersion),
    ...{ room, fullest, left: left.map(({ associateId, at }) => ({ associateId, at: hour(at) })) },
    motions: await motionsOf(tx, organizationId, assembly.id),
    enclosures: (await enclosuresOf(tx, organizationId, assembly.id)).map(({ title }) => title),
  });
}
