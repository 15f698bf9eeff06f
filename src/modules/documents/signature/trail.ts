/** The page of signatures of a signed document: who, when, how, of which file. Pure. */
import { fill } from "#kernel/language.ts";
import type { PrintableTrail } from "#platform/pdf/printable-pages.ts";
import { fr } from "./signature.fr.ts";
import { maskedEmail, type SignatureEvent, type SignatureRequest } from "./signature.ts";

/** "27/11/2026 à 11:00:05 (Europe/Paris, 10:00:05 UTC)": the hour of the place, and that of everywhere. */
export function momentInWords({ at, timeZone }: Pick<SignatureEvent, "at" | "timeZone">): string {
  const shown = (zone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("fr-FR", { timeZone: zone, ...options }).format(new Date(at));
  const hour = { timeStyle: "medium" } as const;
  return `${shown(timeZone, { dateStyle: "short" })} à ${shown(timeZone, hour)} (${timeZone}, ${shown("UTC", hour)} UTC)`;
}

export function trailOf(
  request: Pick<SignatureRequest, "documentHash" | "signers" | "events">,
  document: { readonly title: string; readonly statutesTitle: string | null },
  cooperative: string,
  names: ReadonlyMap<string, string>,
  check: { readonly address: string; readonly svg: string },
): PrintableTrail {
  const { trail: words, sides } = fr;
  const text = (event: SignatureEvent, name: string) => String(event.details[name] ?? "");
  const nameOf = (event: SignatureEvent) => names.get(event.personId) ?? "";
  return {
    title: words.title,
    introduction: words.introduction,
    facts: [
      { label: words.document, value: document.title },
      { label: words.organization, value: cooperative },
      ...(document.statutesTitle === null ? [] : [{ label: words.statutes, value: document.statutesTitle }]),
      { label: words.hash, value: request.documentHash },
      { label: words.sealOfTrail, value: request.events.at(-1)?.seal ?? "" },
    ],
    signers: request.signers.map((signer) => {
      const event = request.events.find(({ kind, rank }) => kind === "signed" && rank === signer.rank);
      if (event === undefined) return { name: signer.name, quality: sides[signer.side], lines: [] };
      const by = event.details.recognition === "mailCode" ? words.by.mailCode : words.by.password;
      const drawing = text(event, "drawing");
      return {
        name: signer.name,
        quality: sides[signer.side],
        lines: [
          fill(words.signedAt, { at: momentInWords(event) }),
          fill(words.typed, { name: text(event, "typedName") }),
          fill(by, { email: maskedEmail(signer.email) }),
          ...(text(event, "network") === "" ? [] : [fill(words.network, { network: text(event, "network") })]),
          fill(words.consent, { sentence: text(event, "sentence") }),
        ],
        ...(drawing === "" ? {} : { drawing: { svg: drawing, alt: fill(words.drawing, { name: signer.name }) } }),
      };
    }),
    historyTitle: words.history,
    history: request.events.map((event) => ({
      at: momentInWords(event).replace(/ \(.*$/, ""),
      what: fill(words.events[event.kind], { name: nameOf(event) }),
    })),
    closing: words.closing,
    check: { label: words.check, address: check.address, svg: check.svg, alt: words.checkAlt },
  };
}
