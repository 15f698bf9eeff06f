/**
 * SIREN and SIRET numbers of companies that do not exist: the right keys (Luhn), in a range where nothing has been
 * registered (999 1…), so that no real company is named by chance.
 */
const FIRST = 99_910_000;

/** The invented SIREN of a rank from 0 to 79,999. */
export function inventedSiren(rank: number): string {
  const body = String(FIRST + rank);
  return body + luhnKey(body);
}

/** The head office of that SIREN. */
export function inventedSiret(siren: string): string {
  const body = `${siren}0001`;
  return body + luhnKey(body);
}

/** The digit that makes the whole number pass Luhn's check. */
function luhnKey(body: string): string {
  let total = 0;
  for (let index = 0; index < body.length; index++) {
    const digit = Number(body[body.length - 1 - index]);
    const weighed = index % 2 === 0 ? digit * 2 : digit;
    total += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (total % 10)) % 10);
}
