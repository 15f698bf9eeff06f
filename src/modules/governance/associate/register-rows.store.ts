import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { type Cents, sum } from "#kernel/money.ts";
import { balancesByAccount } from "#modules/ledger/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { findArticles } from "../setup/articles.store.ts";
import { allMovements } from "../share/share.store.ts";
import { capitalOf, floorOf, type Position, positionOf } from "../share/share.ts";
import { SHARE_ACCOUNTS } from "../share/share-entry.ts";
import type { AssociateId, AssociateKind, AssociateStatus } from "./associate.ts";
import { readRegister } from "./register.store.ts";

export type RegisterRow = {
  readonly id: AssociateId;
  readonly number: number;
  readonly name: string;
  readonly kind: AssociateKind;
  readonly siren: string;
  readonly college: string;
  readonly status: AssociateStatus;
  readonly since: Day | null;
  readonly admittedOn: Day | null;
  readonly leftOn: Day | null;
  readonly position: Position;
};

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId; readonly today: Day };

/** The whole register with the shares of each. */
export async function registerRows({ tx, organizationId, today }: Place): Promise<RegisterRow[]> {
  const register = await readRegister(tx, organizationId, today);
  const { colleges } = await findArticles(tx, organizationId);
  const moves = Map.groupBy(await allMovements(tx, organizationId), (one) => one.associateId);
  return register.map(({ id, number, name, kind, siren, standing }) => ({
    ...{ id, number, name, kind, siren, status: standing.status, since: standing.since },
    ...{ admittedOn: standing.admittedOn, leftOn: standing.leftOn },
    college: colleges.find((one) => one.number === standing.college)?.name ?? String(standing.college),
    position: positionOf(moves.get(id) ?? []),
  }));
}

export type CapitalReading = {
  readonly capital: Cents;
  readonly floor: Cents;
  readonly unpaid: Cents;
  readonly toRefund: Cents;
  /** Whether the books say the same, account by account. */
  readonly agrees: boolean;
};

/** The capital as the register says it, beside what the books say. */
export async function readCapital({ tx, organizationId, today }: Place): Promise<CapitalReading> {
  const movements = await allMovements(tx, organizationId);
  const positions = [...Map.groupBy(movements, (one) => one.associateId).values()].map(positionOf);
  const total = (of: (position: Position) => Cents) => sum(positions.map(of));
  const { highest } = capitalOf(movements);
  const { minimumCapital } = await findArticles(tx, organizationId);
  const balances = await balancesByAccount(tx, { organizationId, until: today });
  const booked = (account: string) => {
    const found = balances.find((one) => one.account === account);
    return found === undefined ? 0n : found.debit - found.credit;
  };
  const reading = {
    ...{ capital: total((one) => one.subscribed), floor: floorOf(highest, minimumCapital) },
    ...{ unpaid: total((one) => one.unpaid), toRefund: total((one) => one.toRefund) },
  };
  const { called, paid, owed, toRefund } = SHARE_ACCOUNTS;
  const agrees =
    -booked(paid) === reading.capital - reading.unpaid &&
    -booked(called) === reading.unpaid &&
    booked(owed) === reading.unpaid &&
    -booked(toRefund) === reading.toRefund;
  return { ...reading, agrees };
}
