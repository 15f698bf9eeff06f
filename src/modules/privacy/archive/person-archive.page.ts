import { parseId } from "#kernel/id.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import type { Route } from "./+types/person-archive.page";
import { en } from "./archive.en.ts";
import { fr } from "./archive.fr.ts";
import { mayTakeOf } from "./archive.policy.ts";
import { archivedPerson } from "./archived-person.store.ts";
import { archiveAnswer, readArchive, zipArchive } from "./make-archive.store.ts";

/** What is known of somebody, to answer their letter: without what is confidential. */
export async function loader(args: Route.LoaderArgs) {
  const app = args.context.get(appContext);
  const read = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId } = reader;
    const personId = parseId<"person">(args.params.personId);
    if (personId === null) return refuse("missing", "archive.personMissing");
    const refusal = mayTakeOf(actor);
    if (refusal) return refusal;
    const person = await archivedPerson(tx, organizationId, personId);
    if (isRefusal(person)) return person;
    await traceReading(reader, "privacy.archive.take", { subjectKind: "membership.person", subjectId: personId });
    return readArchive(reader, person);
  });
  const words = read.language === "fr" ? fr : en;
  return archiveAnswer(await zipArchive(app.files, read, [], [words.sensitiveApart]), read.language, read.madeOn);
}
