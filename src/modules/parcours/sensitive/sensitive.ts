import type { Day } from "#kernel/day.ts";

/** What only payroll reads of a person: the social security number, and the health facts that payroll needs. */
export type Sensitive = {
  /** Written as people write it, "" when it is not known. */
  readonly nir: string;
  readonly health: Health;
};

export const DISABLED_WORKER = ["", "no", "yes"] as const;

export type Health = {
  /** Recognised as a disabled worker (RQTH), until when. */
  readonly disabledWorker: (typeof DISABLED_WORKER)[number];
  readonly disabledUntil: Day | null;
  /** End of the allowance for disabled adults (AAH). */
  readonly allowanceUntil: Day | null;
  /** What the occupational doctor asks for. */
  readonly restrictions: string;
};

export const NOTHING: Sensitive = {
  nir: "",
  health: { disabledWorker: "", disabledUntil: null, allowanceUntil: null, restrictions: "" },
};

/** A reading or a change, as its trace tells. */
export type Access = { readonly at: string; readonly who: string; readonly kind: "read" | "save" };
