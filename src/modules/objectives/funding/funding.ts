/** Tranches of funds and how they are shared between the parties. Cents. Pure. */
import type { Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Cents, sum, ZERO } from "#kernel/money.ts";
import type { StructureId } from "#modules/network/index.ts";

export type Share = { readonly structureId: StructureId; readonly amount: Cents };

export type Tranche = {
  readonly id: Id<"tranche">;
  readonly label: string;
  readonly funderId: StructureId;
  readonly funderName: string;
  readonly amount: Cents;
  readonly dueOn: Day;
  readonly receivedOn: Day | null;
  readonly amendment: number;
  readonly shares: readonly Share[];
};

export type Standing = { readonly planned: Cents; readonly received: Cents };

/** What each party has of the tranches, and of those that came. */
export function sharesOf(tranches: readonly Tranche[], structureId: StructureId): Standing {
  const own = (those: readonly Tranche[]) =>
    sum(
      those.flatMap(({ shares }) =>
        shares.filter((share) => share.structureId === structureId).map((one) => one.amount),
      ),
    );
  return { planned: own(tranches), received: own(tranches.filter(({ receivedOn }) => receivedOn !== null)) };
}

export function totalOf(tranches: readonly Tranche[]): Standing {
  const came = tranches.filter(({ receivedOn }) => receivedOn !== null);
  return { planned: sum(tranches.map(({ amount }) => amount)), received: sum(came.map(({ amount }) => amount)) };
}

/** What is missing (positive) or too much (negative) for the shares to make the whole. */
export const remainder = (amount: Cents, shares: readonly Share[]): Cents =>
  (amount - (shares.length === 0 ? ZERO : sum(shares.map((share) => share.amount)))) as Cents;
