/** Templates of documents, by kind: which there are, which are signed, by whom. Pure. */

export const TEMPLATE_KINDS = [
  "cape",
  "capeRenewal",
  "cesa",
  "amendment",
  "commonActivity",
  "convention",
  "certificate",
  "letter",
  "other",
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What a kind is about: a contract of the person is then asked for. */
export const CONTRACT_KINDS: Readonly<Partial<Record<TemplateKind, "cape" | "cesa">>> = {
  cape: "cape",
  capeRenewal: "cape",
  cesa: "cesa",
  amendment: "cesa",
};

export function isTemplateKind(text: string | null | undefined): text is TemplateKind {
  return TEMPLATE_KINDS.includes(text as TemplateKind);
}
