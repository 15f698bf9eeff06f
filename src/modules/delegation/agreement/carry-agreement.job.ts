/**
 * The one road between the two houses of an agreement. What one side did is read in its own tenant, then written to the
 * other's own copy, in the other's own tenant: each transaction belongs to one cooperative, and none reads two.
 */
import { dayIn, monthOf } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { membersHolding, organizationProfile } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandHost } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { awaitMorning } from "#platform/outbox/morning.ts";
import {
  closeAccesses,
  delegatesOf,
  type Named,
  namedFor,
  openAccess,
  withdrawNamings,
} from "../delegate/delegate.store.ts";
import { AGREEMENT_ENDED, AGREEMENT_PROPOSED, AGREEMENT_SIGNED } from "../topics.ts";
import { keepVolumes, listWork, openMonth } from "../work/work.store.ts";
import { type Volume, volumesOf } from "../work/work.ts";
import { findDelegation, insertAgreement, updateAgreement } from "./agreement.store.ts";
import type { Agreement } from "./agreement.ts";

export const AGREEMENT_CHANGED = "delegation.agreement.changed.v1";

type Host = Pick<CommandHost, "database" | "clock">;

/** What leaves a house: its copy, and either the persons it named or those it shut out and the volumes of its work. */
type Parcel = {
  readonly from: {
    readonly organizationId: OrganizationId;
    readonly slug: string;
    readonly name: string;
    readonly siren: string;
  };
  readonly agreement: Agreement;
  readonly named: readonly Named[];
  readonly closed: readonly Id<"delegate">[];
  readonly volumes: readonly Volume[];
};

export async function carryAgreement(host: Host, event: OutboxEvent): Promise<void> {
  const agreementId = event.payload.agreementId as Id<"delegation">;
  const parcel = await inHouse(host, event.organizationId, (tx) => pack(host, tx, event.organizationId, agreementId));
  if (parcel === null) return;
  const to = parcel.agreement.otherOrganizationId;
  await inHouse(host, to, (tx) => receive(host, tx, to, parcel, event.id));
}

const inHouse = <T>(host: Host, organizationId: OrganizationId, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withTenant(host.database, { organizationId, userId: null }, work);

async function pack(host: Host, tx: Tx, organizationId: OrganizationId, id: Id<"delegation">): Promise<Parcel | null> {
  const agreement = await findDelegation(tx, organizationId, id);
  if (agreement === null) return null;
  const { slug, legalName: name, siren, timeZone } = await organizationProfile(tx, organizationId);
  const client = agreement.side === "client";
  return {
    from: { organizationId, slug, name, siren },
    agreement,
    named: client ? [] : await namedFor(tx, organizationId, id),
    closed: client
      ? (await delegatesOf(tx, organizationId, id)).filter(({ closedAt }) => closedAt !== null).map((one) => one.id)
      : [],
    volumes: client
      ? volumesOf(await listWork(tx, organizationId, { agreementId: id }), dayIn(host.clock(), timeZone))
      : [],
  };
}

/** Writes to this house's copy what the other did. It believes of a parcel only what the other side may decide. */
async function receive(
  host: Host,
  tx: Tx,
  organizationId: OrganizationId,
  { from, agreement: theirs, named, closed, volumes }: Parcel,
  once: string,
): Promise<void> {
  const now = host.clock();
  const { timeZone, slug } = await organizationProfile(tx, organizationId);
  const chiefs = (await membersHolding(tx, organizationId, ["direction"])).map(({ personId }) => personId);
  const tell = (topic: typeof AGREEMENT_PROPOSED) =>
    notify(
      { tx, organizationId, now, actor: null },
      {
        ...{ to: chiefs, topic, once, path: `delegations/${theirs.id}`, facts: { other: from.name } },
        subject: { kind: "delegation.agreement", id: theirs.id },
      },
    );
  let ours = await findDelegation(tx, organizationId, theirs.id, true);
  if (ours === null) {
    if (theirs.side !== "client" || theirs.revokedAt !== null) return;
    const other = { otherOrganizationId: from.organizationId, otherName: from.name, otherSiren: from.siren };
    const copy: Agreement = { ...theirs, ...other, otherSlug: from.slug, side: "provider" };
    // That an earlier one ended has not arrived yet: tried again later.
    if (!(await insertAgreement(tx, organizationId, copy))) throw new Error(`agreement ${theirs.id} came too early`);
    return tell(AGREEMENT_PROPOSED);
  }
  if (ours.otherOrganizationId !== from.organizationId || ours.side === theirs.side) {
    throw new Error(`agreement ${theirs.id} came from a house that is not its other side`);
  }
  if (theirs.side === "provider" && ours.signedAt === null && ours.declinedAt === null && ours.revokedAt === null) {
    const { signedAt, signedBy, declinedAt } = theirs;
    ours = { ...ours, signedAt, signedBy, declinedAt };
    await updateAgreement(tx, organizationId, ours);
    if (signedAt !== null) {
      await tell(AGREEMENT_SIGNED);
      const today = dayIn(now, timeZone);
      const month = monthOf(today);
      if (month >= monthOf(ours.startsOn) && month <= monthOf(ours.endsOn))
        await openMonth(tx, organizationId, ours, today);
      await awaitMorning({ tx, organizationId, now }, timeZone);
    }
  }
  if (theirs.revokedAt !== null && ours.revokedAt === null) {
    const { revokedAt, revokedBy, reason } = theirs;
    ours = { ...ours, revokedAt, revokedBy, reason };
    await updateAgreement(tx, organizationId, ours);
    await tell(AGREEMENT_ENDED);
  }
  if (ours.side === "provider") {
    // Once it is over, those who were named stay written.
    const ids = ours.revokedAt === null ? closed : [];
    await withdrawNamings(tx, organizationId, { agreementId: ours.id, ids, now });
    return keepVolumes(tx, organizationId, ours.id, volumes);
  }
  const open = ours.signedAt !== null && ours.revokedAt === null ? named : [];
  await closeAccesses(tx, organizationId, { agreementId: ours.id, except: open.map(({ id }) => id), now });
  for (const each of open) await openAccess(tx, organizationId, { agreementId: ours.id, named: each, slug, now });
}
