import type { Reader } from "#platform/http/tenant.ts";
import { readSort } from "#ui/url.ts";
import { listPersons } from "./person.store.ts";

/** The persons that an address asks for (?fiches=archivees&tri=site): the same for the page and for its file. */
export async function listedPersons({ app, tx, actor, today }: Reader, search: string) {
  const archived = new URLSearchParams(search).get("fiches") === "archivees";
  const lines = await listPersons(tx, actor, today, archived);
  const active = await app.identity.whoCanSignIn(lines.flatMap((line) => (line.userId === null ? [] : [line.userId])));
  const persons = lines.map(({ userId, invited, ...line }) => ({
    ...line,
    name: `${line.firstName} ${line.lastName}`,
    access:
      userId !== null && active.has(userId) ? ("active" as const) : invited ? ("invited" as const) : ("none" as const),
  }));
  const sort = readSort(search);
  const key = sort?.key;
  if (key === "site" || key === "follower" || key === "contract") {
    persons.sort((a, b) => (a[key] ?? "").localeCompare(b[key] ?? "", "fr"));
  }
  if (sort?.descending) persons.reverse();
  return { persons, archived };
}
