import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { Tx } from "#platform/database/database.ts";
import { en } from "./house-processing.en.ts";
import { fr } from "./house-processing.fr.ts";
import {
  HOUSE_KEYS,
  HOUSE_PROCESSINGS,
  type HouseKey,
  isHouseKey,
  NO_CONTACT,
  type Processing,
  type RegisterContact,
} from "./processing.ts";

const COLUMNS = sql`p.key, p.version, p.name, p.purpose, p.basis, p.basis_detail as "basisDetail", p.persons, p.data,
  p.recipients, p.transfers, p.retention, p.security, p.ended`;

export type Kept = Processing & { readonly at: Instant | null };

/** An entry as Essaim fills it in. */
function houseProcessing(key: HouseKey, language: Language): Kept {
  const words = language === "fr" ? fr : en;
  return {
    ...{ key, version: 0, at: null, basis: HOUSE_PROCESSINGS[key].basis, transfers: "", ended: false },
    ...words.texts[key],
    security: key === "sensitive" ? words.securitySensitive : words.security,
  };
}

/** The register in force: the house's entries in their order, as the cooperative changed them, then its own. */
export async function registerOf(tx: Tx, organizationId: OrganizationId, language: Language): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select distinct on (p.key) ${COLUMNS}, p.recorded_at as at from privacy.processing p
    where p.organization_id = ${organizationId} order by p.key, p.version desc`.execute(tx);
  const kept = new Map(rows.map((row) => [row.key, row]));
  const own = rows.filter(({ key }) => !isHouseKey(key)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...HOUSE_KEYS.map((key) => kept.get(key) ?? houseProcessing(key, language)), ...own];
}

/** One entry: the version in force, or an older one; null when there is none. */
export async function processingOf(
  tx: Tx,
  organizationId: OrganizationId,
  key: string,
  language: Language,
  version: number | null = null,
): Promise<Kept | null> {
  const { rows } = await sql<Kept>`select ${COLUMNS}, p.recorded_at as at from privacy.processing p
    where p.organization_id = ${organizationId} and p.key = ${key}
      and (${version}::integer is null or p.version = ${version}) order by p.version desc limit 1`.execute(tx);
  const [found] = rows;
  if (found !== undefined) return found;
  return isHouseKey(key) && (version === null || version === 0) ? houseProcessing(key, language) : null;
}

export type VersionLine = { readonly version: number; readonly at: Instant; readonly by: string };

/** Who wrote each version of an entry, the latest first. */
export async function versionsOf(tx: Tx, organizationId: OrganizationId, key: string): Promise<VersionLine[]> {
  const { rows } =
    await sql<VersionLine>`select p.version, p.recorded_at as at, w.first_name || ' ' || w.last_name as by
      from privacy.processing p
      join membership.person w on w.organization_id = p.organization_id and w.id = p.recorded_by
     where p.organization_id = ${organizationId} and p.key = ${key} order by p.version desc`.execute(tx);
  return rows;
}

/** Whom to ask about data. */
export async function contactOf(tx: Tx, organizationId: OrganizationId): Promise<RegisterContact> {
  const { rows } = await sql<RegisterContact>`select version, name, contact, delegate from privacy.register_contact
    where organization_id = ${organizationId} order by version desc limit 1`.execute(tx);
  return rows[0] ?? NO_CONTACT;
}
