/** The chart of accounts that a new cooperative starts with. */
import { capitalAndAssetAccounts } from "./pcg-capital-and-assets.ts";
import { profitAndLossAccounts } from "./pcg-profit-and-loss.ts";
import { thirdPartyAndCashAccounts } from "./pcg-third-parties-and-cash.ts";

/** An account of the chart as published: groups are headings, the rest may be posted to. */
type Account = { readonly number: string; readonly label: string; readonly status: "usable" | "heading" | "blocked" };

function parse(text: string): Account[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const space = line.indexOf(" ");
      const number = line.slice(0, space);
      // Two digits name a group of the chart: nothing is posted there.
      return { number, label: line.slice(space + 1), status: number.length < 3 ? "heading" : "usable" };
    });
}

/** PCG 2025 with the accounts of a CAE (law.md §7, money.md): numbers and French labels, in order. */
export const pcg2025: readonly Account[] = [
  capitalAndAssetAccounts,
  thirdPartyAndCashAccounts,
  profitAndLossAccounts,
].flatMap(parse);

/** The two-digit groups of the chart: every account of a company begins with one of them. */
export const pcgGroups: ReadonlySet<string> = new Set(
  pcg2025.filter((account) => account.number.length === 2).map((account) => account.number),
);
