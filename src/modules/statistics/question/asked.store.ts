import type { PersonId } from "#kernel/id.ts";
import { parseId } from "#kernel/id.ts";
import { heldValues, lastMomentOf, personNames, sitesOf } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { Asked } from "./evaluate.ts";
import { countPeople } from "./people.store.ts";
import { periodOf, type When } from "./period.ts";
import { countsAPart } from "./question.policy.ts";
import { EMPTY_GROUP } from "./question.ts";
import type { Names } from "./wording.ts";

/** The days and the moment that a question is asked about. */
export async function askedOf(
  { tx, today, timeZone }: Pick<Reader, "tx" | "today" | "timeZone">,
  { when, known }: { readonly when: When; readonly known: Reader["today"] | null },
): Promise<Asked> {
  const period = periodOf(when, today);
  return { ...period, knownAt: known === null ? null : await lastMomentOf(tx, known, timeZone) };
}

/** Names of the places and of those who follow people, by their identifiers. */
export async function namesOf({ tx, organizationId }: Pick<Reader, "tx" | "organizationId">): Promise<Names> {
  const sites = await sitesOf(tx, organizationId);
  const followers = (await heldValues(tx, organizationId, "follower")).map((id) => parseId<"person">(id));
  const names = await personNames(
    tx,
    organizationId,
    followers.filter((id): id is PersonId => id !== null),
  );
  return { ...Object.fromEntries(names), ...Object.fromEntries(sites.map((site) => [site.id, site.name])) };
}

/** How many persons the reader reaches, when that is not everybody: what every figure is a part of. */
export async function reachOf({ tx, actor }: Pick<Reader, "tx" | "actor">, asked: Asked): Promise<number | null> {
  return countsAPart(actor) ? countPeople(tx, actor, EMPTY_GROUP, asked) : null;
}
