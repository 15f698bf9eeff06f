/** The page to come back to after a choice: a path of ours, never another site (no open redirection). */
export function localPath(text: FormDataEntryValue | null): string {
  if (typeof text !== "string" || text.length > 2000) return "/";
  const whole = text.startsWith("/") && !text.startsWith("//");
  const plain = !text.includes("\\") && [...text].every((character) => character >= " ");
  return whole && plain ? text : "/";
}
