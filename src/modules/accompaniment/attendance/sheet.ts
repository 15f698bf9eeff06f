/** What the attendance sheet of a date prints: whose names, who signed and how, how many hours that makes. */
import type { Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { fill, type Language, type Translation } from "#kernel/language.ts";
import type { SigningSheet } from "#platform/pdf/signing-sheet.ts";
import { duration } from "#ui/format.ts";
import type { fr } from "../workshop/workshop.fr.ts";
import { seated, type Workshop, type WorkshopSession } from "../workshop/workshop.ts";
import { linesOf, type Signature } from "./signature.ts";

type Facts = {
  readonly words: Translation<typeof fr>;
  readonly language: Language;
  readonly issuer: string;
  readonly workshop: Workshop;
  readonly session: WorkshopSession;
  readonly day: Day;
  readonly moment: string;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly signatures: ReadonlyMap<PersonId, Signature>;
  readonly absences: ReadonlyMap<PersonId, "absent" | "excused">;
  readonly blank: boolean;
};

export function attendanceSheet(facts: Facts): SigningSheet {
  const { words, workshop, session, names, signatures, absences, blank } = facts;
  const nameOf = (personId: PersonId) => names.get(personId) ?? "";
  const rowOf = (personId: PersonId, trainer: boolean) => {
    const signature = signatures.get(personId);
    const absence = absences.get(personId);
    const state = signature ? words.methods[signature.method] : absence ? words[absence] : blank ? "" : words.toSign;
    return {
      name: trainer ? `${nameOf(personId)} (${words.trainerPart.toLowerCase()})` : nameOf(personId),
      state,
      lines: signature === undefined ? [] : linesOf(signature.strokes),
      written: signature?.typedName ?? "",
    };
  };
  const participants = seated(workshop).map(({ personId }) => personId);
  const signed = participants.filter((personId) => signatures.has(personId));
  const trainers = [...workshop.trainers.map(nameOf), workshop.outsideTrainer].filter(Boolean).join(", ");
  const told: [string, string][] = [
    [words.sheetFacts.workshop, workshop.title],
    [words.sheetFacts.when, facts.moment],
    [words.sheetFacts.place, workshop.place],
    [words.sheetFacts.trainer, trainers],
    [words.sheetFacts.present, blank ? "" : `${signed.length} / ${participants.length}`],
    [words.sheetFacts.hours, blank ? "" : duration(signed.length * session.minutes)],
  ];
  const digests = [...signatures.values()].map(({ digest }) => digest.slice(0, 16)).join(" ");
  return {
    language: facts.language,
    title: words.sheetTitle,
    issuer: facts.issuer,
    date: facts.day,
    facts: told.filter(([, value]) => value !== ""),
    columns: [words.sheetName, words.sheetState, words.sheetSignature],
    rows: [
      ...workshop.trainers.map((personId) => rowOf(personId, true)),
      ...(workshop.outsideTrainer === ""
        ? []
        : [
            {
              name: `${workshop.outsideTrainer} (${words.trainerPart.toLowerCase()})`,
              state: "",
              lines: [],
              written: "",
            },
          ]),
      ...participants.map((personId) => rowOf(personId, false)),
    ],
    footer: digests === "" ? workshop.title : fill(words.sheetDigest, { digest: digests }),
  };
}
