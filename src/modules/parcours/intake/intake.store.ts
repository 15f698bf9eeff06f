import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { withUser } from "#platform/database/tenant.ts";
import type { OpenCooperative } from "#platform/public-command.ts";
import type { ConsentText, Intake } from "./intake.ts";

const SLUG = /^[a-z0-9-]{1,40}$/;

/** The cooperative that opened its public page under an address; null for a closed page, and for no cooperative at all. */
export async function openCooperative(database: Database, slug: string): Promise<OpenCooperative | null> {
  if (!SLUG.test(slug)) return null;
  return withUser(database, "", async (tx) => {
    const { rows } = await sql<OpenCooperative>`select organization_id as "organizationId", time_zone as "timeZone"
      from parcours.open_page(${slug})`.execute(tx);
    return rows[0] ?? null;
  });
}

const CLOSED = { open: false, introduction: "", refusalReasons: [], version: 0 };

/** The public page and its settings; closed and empty for a cooperative that never touched them. */
export async function intakeOf(tx: Tx, organizationId: OrganizationId): Promise<Intake> {
  const { rows } = await sql<
    Omit<Intake, "consent">
  >`select open, introduction, refusal_reasons as "refusalReasons", version
    from parcours.intake where organization_id = ${organizationId}`.execute(tx);
  return { ...(rows[0] ?? CLOSED), consent: await consentText(tx, organizationId, null) };
}

/** The text of a version, or the one in force. */
export async function consentText(
  tx: Tx,
  organizationId: OrganizationId,
  version: number | null,
): Promise<ConsentText | null> {
  const { rows } = await sql<ConsentText>`select version, french, english from parcours.consent_text
    where organization_id = ${organizationId} ${version === null ? sql`` : sql`and version = ${version}`}
    order by version desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** The row of an open page, held until the end of the act: what comes by the form comes one after the other. */
export async function lockOpenIntake(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  const { rows } = await sql`select 1 from parcours.intake where organization_id = ${organizationId} and open
    for update`.execute(tx);
  return rows.length > 0;
}
