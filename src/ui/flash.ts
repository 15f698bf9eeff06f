/** A message that survives one redirection: "Facture enregistrée · Annuler". Kept in a cookie of one minute. */

/** An act that takes back what was just done: a POST to `action` with these fields. */
export type Undo = { readonly action: string; readonly fields: Readonly<Record<string, string>> };
/** `refused`: what could not be done; it stays until it is closed. */
export type Flash = { readonly fr: string; readonly en: string; readonly undo?: Undo; readonly refused?: boolean };

const NAME = "message";
const MAX_LENGTH = 1500;

/** The headers of a redirection that carries a message: `redirect(path, { headers: flash({ fr, en }) })`. */
export function flash(message: Flash): { "set-cookie": string } {
  return {
    "set-cookie": `${NAME}=${encodeURIComponent(JSON.stringify(message))}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
  };
}

/** The header that forgets the message once it was shown. */
export const FLASH_SHOWN = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

/** The message of a request, or null. Anything malformed is no message. */
export function readFlash(cookieHeader: string | null): Flash | null {
  const text = new RegExp(`(?:^|;\\s*)${NAME}=([^;]+)`).exec(cookieHeader ?? "")?.[1];
  if (text === undefined || text.length > MAX_LENGTH * 3) return null;
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text));
    return isFlash(value) ? value : null;
  } catch {
    return null;
  }
}

function isFlash(value: unknown): value is Flash {
  if (typeof value !== "object" || value === null) return false;
  const { fr, en, undo, refused } = value as Record<string, unknown>;
  if (typeof fr !== "string" || typeof en !== "string" || fr.length > MAX_LENGTH) return false;
  if (refused !== undefined && typeof refused !== "boolean") return false;
  if (undo === undefined) return true;
  if (typeof undo !== "object" || undo === null) return false;
  const { action, fields } = undo as Record<string, unknown>;
  // Only a path of ours: the form that it becomes must not post elsewhere.
  return typeof action === "string" && /^\/(?!\/)/.test(action) && typeof fields === "object" && fields !== null;
}
