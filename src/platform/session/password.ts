import type { IdentityRefusalCode } from "./identity.fr.ts";

/** With guesses slowed down, twelve free characters go beyond what CNIL asks (délibération 2022-100). */
export const PASSWORD_MINIMUM = 12;
/** Bounds the work of hashing. */
export const PASSWORD_MAXIMUM = 128;

/** What people type first when asked for a long password, in French and in English. */
const WORN_OUT = [
  "motdepasse",
  "password",
  "passw",
  "azertyuiop",
  "azerty",
  "qwertyuiop",
  "qwerty",
  "bonjour",
  "soleil",
  "doudou",
  "loulou",
  "chouchou",
  "administrateur",
  "administrator",
  "admin",
  "cooperative",
  "entrepreneur",
  "essaim",
  "jetaime",
  "iloveyou",
  "welcome",
  "bienvenue",
  "letmein",
  "changeme",
  "abcdefghijkl",
];

/**
 * Why a password cannot be chosen, or null. No rule of composition: length, and not among the first guesses
 * (digits only, few different characters, a worn-out word or one's own address with some digits around).
 */
export function passwordProblem(password: string, email: string): IdentityRefusalCode | null {
  if (password.length < PASSWORD_MINIMUM) return "password.tooShort";
  if (password.length > PASSWORD_MAXIMUM) return "password.tooLong";
  if (new Set(password).size < 5) return "password.tooSimple";
  const letters = password
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  if (letters === "" && /^[\d\s.\-/]*$/.test(password)) return "password.tooSimple";
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const guesses = [...WORN_OUT, local, domain, domain.split(".")[0] ?? ""];
  for (const guess of guesses) {
    const word = guess.replace(/[^a-z]/g, "");
    // What remains once the word is taken away, however often it is repeated, must not be next to nothing.
    if (word.length >= 4 && letters.includes(word) && letters.replaceAll(word, "").length < 4) {
      return "password.tooSimple";
    }
  }
  return null;
}
