const UNITS = { fr: ["o", "Ko", "Mo", "Go", "To"], en: ["B", "KB", "MB", "GB", "TB"] } as const;

/** A size for people: "12,4 Mo", "12.4 MB". */
export function sizeText(bytes: number): { readonly fr: string; readonly en: string } {
  let size = bytes;
  let rank = 0;
  while (size >= 1024 && rank < UNITS.fr.length - 1) {
    size /= 1024;
    rank += 1;
  }
  const digits = rank === 0 || size >= 100 ? String(Math.round(size)) : size.toFixed(1);
  return { fr: `${digits.replace(".", ",")} ${UNITS.fr[rank]}`, en: `${digits} ${UNITS.en[rank]}` };
}
