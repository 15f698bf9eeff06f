/** Pieces asked of a person, an activity or a contract: by stage, with what is missing, waits, expires. Pure. */
import { addDays, type Day, type Instant } from "#kernel/day.ts";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";

export const STAGES = ["candidate", "cape", "cesa", "associate"] as const;
export type Stage = (typeof STAGES)[number];
/** What a piece is asked of. */
export const SUBJECTS = ["person", "activity", "contract"] as const;
export type Subject = (typeof SUBJECTS)[number];
/** When it is asked: a stage of a person, a kind of contract, or while an activity runs. */
export type Moment = Stage | "activity";
/** The moments that make sense for each. */
export const MOMENTS: Readonly<Record<Subject, readonly Moment[]>> = {
  person: STAGES,
  activity: ["activity"],
  contract: ["cape", "cesa"],
};
export type Holder =
  | { readonly subject: "person"; readonly personId: PersonId }
  | { readonly subject: "contract"; readonly personId: PersonId; readonly contractId: Id<"contract"> }
  | { readonly subject: "activity"; readonly activityId: ActivityId };
export const LEVELS = ["mandatory", "recommended", "optional"] as const;
export type Level = (typeof LEVELS)[number];

export type PieceKind = {
  readonly id: Id<"pieceKind">;
  readonly name: string;
  readonly subject: Subject;
  readonly sensitive: boolean;
  readonly needsValidation: boolean;
  readonly expires: boolean;
  readonly levels: Readonly<Partial<Record<Moment, Level>>>;
  readonly version: number;
};

export type Piece = {
  readonly id: Id<"piece">;
  readonly kindId: Id<"pieceKind">;
  readonly fileName: string;
  readonly mediaType: string;
  readonly expiresOn: Day | null;
  readonly givenAt: Instant;
  /** Null: nobody decided yet. */
  readonly accepted: boolean | null;
  readonly reason: string;
};

export type PieceState = "missing" | "waiting" | "good" | "refused" | "soon" | "expired";

/** Days before its last one that a piece is asked for again. */
const SOON_DAYS = 30;

/** Where the last version given stands. */
export function stateOf(kind: PieceKind, last: Piece | undefined, today: Day): PieceState {
  if (last === undefined) return "missing";
  if (last.accepted === false) return "refused";
  if (last.expiresOn !== null && last.expiresOn < today) return "expired";
  if (kind.needsValidation && last.accepted === null) return "waiting";
  return last.expiresOn !== null && last.expiresOn <= addDays(today, SOON_DAYS) ? "soon" : "good";
}

export type PieceLine = {
  readonly kind: PieceKind;
  readonly level: Level | null;
  readonly state: PieceState;
  /** The most recent first. */
  readonly versions: readonly Piece[];
};

const RANK: Readonly<Record<Level | "none", number>> = { mandatory: 0, recommended: 1, optional: 2, none: 3 };

/** What is asked at a stage, and what was given besides; `pieces` are in the order of their giving, the last first. */
export function linesOf(kinds: readonly PieceKind[], pieces: readonly Piece[], stage: Moment, today: Day): PieceLine[] {
  return kinds
    .map((kind) => {
      const versions = pieces.filter(({ kindId }) => kindId === kind.id);
      return { kind, level: kind.levels[stage] ?? null, state: stateOf(kind, versions[0], today), versions };
    })
    .filter(({ level, versions }) => level !== null || versions.length > 0)
    .sort((a, b) => RANK[a.level ?? "none"] - RANK[b.level ?? "none"]);
}

/** How many mandatory pieces are not there: never given, refused or over. */
export function missingCount(lines: readonly PieceLine[]): number {
  const absent: ReadonlySet<PieceState> = new Set(["missing", "refused", "expired"]);
  return lines.filter(({ level, state }) => level === "mandatory" && absent.has(state)).length;
}

type Usual = Omit<PieceKind, "id" | "version">;

/** What cooperatives usually ask: a beginning, that each changes. */
export const USUAL_KINDS: readonly Usual[] = [
  {
    name: "Pièce d’identité",
    subject: "person",
    sensitive: true,
    needsValidation: true,
    expires: true,
    levels: { candidate: "recommended", cape: "mandatory", cesa: "mandatory", associate: "mandatory" },
  },
  {
    name: "Titre de séjour",
    subject: "person",
    sensitive: true,
    needsValidation: true,
    expires: true,
    levels: { cape: "optional", cesa: "optional", associate: "optional" },
  },
  {
    name: "Relevé d’identité bancaire",
    subject: "person",
    sensitive: false,
    needsValidation: false,
    expires: false,
    levels: { cape: "mandatory", cesa: "mandatory" },
  },
  {
    name: "Attestation de sécurité sociale",
    subject: "person",
    sensitive: true,
    needsValidation: true,
    expires: false,
    levels: { cape: "mandatory", cesa: "mandatory" },
  },
  {
    name: "Diplôme ou qualification",
    subject: "person",
    sensitive: false,
    needsValidation: true,
    expires: false,
    levels: { candidate: "optional", cape: "recommended", cesa: "recommended" },
  },
  {
    name: "Attestation d’assurance professionnelle",
    subject: "person",
    sensitive: false,
    needsValidation: true,
    expires: true,
    levels: { cape: "recommended", cesa: "mandatory", associate: "mandatory" },
  },
  {
    name: "Permis de conduire",
    subject: "person",
    sensitive: true,
    needsValidation: false,
    expires: true,
    levels: { cape: "optional", cesa: "optional" },
  },
  {
    name: "Fiche d’aptitude de la visite médicale",
    subject: "person",
    sensitive: true,
    needsValidation: false,
    expires: true,
    levels: { cesa: "mandatory", associate: "mandatory" },
  },
  {
    name: "Attestation d’assurance de l’activité",
    subject: "activity",
    sensitive: false,
    needsValidation: true,
    expires: true,
    levels: { activity: "recommended" },
  },
  {
    name: "Autorisation d’exercer de l’activité",
    subject: "activity",
    sensitive: false,
    needsValidation: true,
    expires: false,
    levels: { activity: "optional" },
  },
  {
    name: "Contrat signé sur papier",
    subject: "contract",
    sensitive: false,
    needsValidation: false,
    expires: false,
    levels: { cape: "optional", cesa: "optional" },
  },
];
