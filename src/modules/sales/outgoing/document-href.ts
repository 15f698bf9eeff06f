/** Where the document that a message carries is. */
export function documentHref(
  slug: string,
  mail: { readonly documentKind: "invoice" | "quote"; readonly documentId: string },
): string {
  return `/${slug}/${mail.documentKind === "invoice" ? "factures" : "devis"}/${mail.documentId}`;
}
