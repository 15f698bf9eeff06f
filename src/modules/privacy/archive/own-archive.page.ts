import { inWords } from "#kernel/personal-data.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { openSensitive } from "#modules/parcours/index.server.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant, requireSignedIn } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import type { Route } from "./+types/own-archive.page";
import { en } from "./archive.en.ts";
import { fr } from "./archive.fr.ts";
import { mayTakeOwn } from "./archive.policy.ts";
import { archivePurposes } from "./archive-token.ts";
import { archivedPerson } from "./archived-person.store.ts";
import { type Apart, archiveAnswer, readArchive, zipArchive } from "./make-archive.store.ts";

const signInWords = inWords({ fr: fr.signIn, en: en.signIn });

/** One's own archive, with what is confidential: the address was sealed once the password was given again. */
export async function loader(args: Route.LoaderArgs) {
  const signedIn = requireSignedIn(args);
  const app = args.context.get(appContext);
  const sealed = new URL(args.request.url).searchParams.get("acces") ?? "";
  const found = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, language, now } = reader;
    const opened = archivePurposes(now).some((purpose) => {
      const named = app.tokens.read(purpose, sealed);
      return named?.organizationId === organizationId && named.id === actor.personId;
    });
    const refusal = mayTakeOwn(opened);
    if (refusal) return refusal;
    const person = await archivedPerson(tx, organizationId, actor.personId);
    if (isRefusal(person)) return person;
    const { personId } = actor;
    await traceReading(reader, "privacy.archive.take", { subjectKind: "membership.person", subjectId: personId });
    const kept = await openSensitive({ tx, organizationId, vault: app.vault }, personId);
    const words = language === "fr" ? fr : en;
    const sensitive: Apart = {
      title: words.sensitive,
      key: "sensitive",
      rows: isRefusal(kept) ? [] : [{ nir: kept.nir, ...kept.health }],
    };
    const notes = isRefusal(kept) ? [words.sensitiveClosed] : [];
    return { read: await readArchive(reader, person), sensitive, notes, words };
  });
  const signIns: Apart = {
    title: found.words.signIns,
    key: "signIns",
    say: (column, row) => signInWords(column, row, found.read.language),
    rows: (await app.identity.signInLog(signedIn)).map((attempt) => ({ ...attempt })),
  };
  const archive = await zipArchive(app.files, found.read, [found.sensitive, signIns], found.notes);
  return archiveAnswer(archive, found.read.language, found.read.madeOn);
}
