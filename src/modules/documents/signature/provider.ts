/** Who makes signatures: the application itself, or one day a provider that eIDAS recognises. Pure. */
import type { Instant } from "#kernel/day.ts";
import type { Signer } from "./signature.ts";

type SealPdf = (
  pdf: Uint8Array,
  seal: { readonly name: string; readonly reason: string; readonly at: Instant },
) => Promise<Uint8Array>;

export type SignatureProvider = {
  readonly name: string;
  /** Of Regulation (EU) 910/2014: what a signature made there is worth before a judge. */
  readonly level: "simple" | "advanced" | "qualified";
  /** Where a signer goes to sign; null: here, on our own page. */
  readonly placeOf: (signer: Signer) => string | null;
  /** The paper that everybody signed, made final: sealed here, or fetched there. */
  readonly complete: (
    pdf: Uint8Array,
    facts: { readonly cooperative: string; readonly reason: string; readonly at: Instant },
  ) => Promise<Uint8Array>;
};

/** Signing here: recognised again by a password or a code, a chained trail, the seal of the instance. */
export function ownProvider(sealPdf: SealPdf): SignatureProvider {
  return {
    name: "Essaim",
    // Linked to the signer and to the file; the identity behind the account is vouched for by the cooperative alone.
    level: "simple",
    placeOf: () => null,
    complete: (pdf, { cooperative, reason, at }) => sealPdf(pdf, { name: cooperative, reason, at }),
  };
}
