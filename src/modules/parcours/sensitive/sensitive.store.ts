import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import { keyOf, type Vault } from "#platform/vault.ts";
import type { SensitiveRefusalCode } from "./sensitive.fr.ts";
import { type Access, type Health, NOTHING, type Sensitive } from "./sensitive.ts";

const COLUMNS = ["nir", "health"] as const;
type Row = Record<(typeof COLUMNS)[number], string>;
type Tenant = { readonly tx: Tx; readonly organizationId: OrganizationId };

/** The version of what is kept of somebody; 0 when nothing is. */
export async function sensitiveVersion({ tx, organizationId }: Tenant, personId: PersonId): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from parcours.sensitive
    where organization_id = ${organizationId} and person_id = ${personId}`.execute(tx);
  return rows[0]?.version ?? 0;
}

/** Decrypts what is kept of somebody. Whoever calls has traced the reading. */
export async function openSensitive(
  { tx, organizationId, vault }: Tenant & { readonly vault: Vault },
  personId: PersonId,
): Promise<Sensitive | Refusal<SensitiveRefusalCode>> {
  const { rows } = await sql<Row>`select nir, health from parcours.sensitive
    where organization_id = ${organizationId} and person_id = ${personId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return NOTHING;
  const [nir, health] = COLUMNS.map((column) => vault.open(row[column], { organizationId, personId, column }));
  if (nir === undefined || health === undefined) throw new Error("a column is missing");
  for (const opened of [nir, health]) {
    if ("fault" in opened) {
      return refuse("conflict", opened.fault === "key" ? "sensitive.keyAway" : "sensitive.altered");
    }
  }
  const plain = (opened: typeof nir) => ("plain" in opened ? opened.plain : "");
  return { nir: plain(nir), health: JSON.parse(plain(health)) as Health };
}

/** Encrypts and keeps. False when somebody else changed it since `version`. */
export async function sealSensitive(
  { tx, organizationId, vault, now }: Tenant & { readonly vault: Vault; readonly now: Instant },
  personId: PersonId,
  { nir, health }: Sensitive,
  version: number,
): Promise<boolean> {
  const about = (column: (typeof COLUMNS)[number]) => ({ organizationId, personId, column });
  const sealed = {
    nir: vault.seal(nir, about("nir")),
    health: vault.seal(JSON.stringify(health), about("health")),
  };
  const written =
    version === 0
      ? await sql`insert into parcours.sensitive (organization_id, person_id, nir, health, changed_at, version)
          values (${organizationId}, ${personId}, ${sealed.nir}, ${sealed.health}, ${now}, 1) on conflict do nothing`.execute(
          tx,
        )
      : await sql`update parcours.sensitive
          set nir = ${sealed.nir}, health = ${sealed.health}, changed_at = ${now}, version = version + 1
          where organization_id = ${organizationId} and person_id = ${personId} and version = ${version}`.execute(tx);
  return written.numAffectedRows === 1n;
}

/** Readings and changes, the latest first. */
export async function accessesOf({ tx, organizationId }: Tenant, personId: PersonId): Promise<Access[]> {
  const { rows } = await sql<Access>`
    select a.at, coalesce(p.first_name || ' ' || p.last_name, '') as who,
           case a.action when 'parcours.sensitive.read' then 'read' else 'save' end as kind
      from platform.audit a
      left join membership.person p on p.organization_id = a.organization_id and p.id = a.person_id
     where a.organization_id = ${organizationId} and a.subject_kind = 'parcours.sensitive'
       and a.subject_id = ${personId as string}
     order by a.at desc, a.id desc limit 100`.execute(tx);
  return rows;
}

/** Encrypts under today's key what is under another one. Gives how many persons, and how many no key opens. */
export async function resealSensitive(
  { tx, organizationId }: Tenant,
  vault: Vault,
): Promise<{ readonly done: number; readonly closed: number }> {
  const current = vault.currentKey();
  const { rows } = await sql<Row & { personId: PersonId }>`select person_id as "personId", nir, health
    from parcours.sensitive where organization_id = ${organizationId} for update`.execute(tx);
  const count = { done: 0, closed: 0 };
  for (const row of rows) {
    if (COLUMNS.every((column) => keyOf(row[column]) === current)) continue;
    const again = COLUMNS.map((column) => {
      const about = { organizationId, personId: row.personId, column };
      const opened = vault.open(row[column], about);
      return "plain" in opened ? vault.seal(opened.plain, about) : null;
    });
    if (again.includes(null)) {
      count.closed += 1;
      continue;
    }
    // The version stays: nobody's form is out of date for that.
    await sql`update parcours.sensitive set nir = ${again[0]}, health = ${again[1]}
      where organization_id = ${organizationId} and person_id = ${row.personId}`.execute(tx);
    count.done += 1;
  }
  return count;
}
