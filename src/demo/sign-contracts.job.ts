import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { addDays, addMonths, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import {
  addUsualKinds,
  decidePiece,
  filledFields,
  findDocument,
  givePiece,
  makeDocument,
  missingIn,
  pieceKinds,
  prepare,
  recordStatutes,
  savePieceKind,
  saveRepresentative,
  sendSigningCode,
  sendToSign,
  signDocument,
} from "#modules/documents/index.server.ts";
import {
  activitiesOfPerson,
  changeTerms,
  contractsOf,
  holdersOf,
  organizationVersion,
  termsOfContract,
} from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { drawPng } from "#platform/files/png-writer.ts";
import { DOCUMENT_FIELDS } from "../document-fields.ts";
import { at, STORY_START, workingDay, workingDayBefore } from "./calendar.ts";
import { emailOf, FOUNDER, nameOf, type PersonKey } from "./people.ts";
import { Skipped, type Stage } from "./stage.job.ts";

const DESK = "karim";
/** Whose CAPE was signed by both; who gives pieces, and has an amendment to sign. */
const SIGNED: PersonKey = "mei";
const GIVER: PersonKey = "samira";
/** A month of 28 hours a week at a little more than the SMIC of June 2026. */
const AMENDED = { weekly_hours: "2800", fixed_part: "150500" };
/** A piece of an activity: where its tools are kept. */
const LEASE = "Bail ou convention du local";
const SENTENCE =
  "J’ai lu ce document, je l’accepte et je le signe électroniquement. Ma signature, la date, l’heure et l’empreinte du fichier sont conservées avec lui.";
const TRIES = 300;
const WAIT_MS = 200;

/** Pieces asked for and given, a CAPE signed by both sides, an amendment that waits: by the real commands, codes included. */
export async function signContracts(stage: Stage, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const known = (key: PersonKey) => stage.isDone(`person:${key}`);
  if (!stage.isDone(`team:${DESK}`) || !known(GIVER)) return;
  const settled = workingDayBefore(addDays(today, -25));
  if (settled < addDays(STORY_START, 20)) return;
  await prepareHouse(stage, workingDay(addDays(STORY_START, 10)));
  await givePieces(stage, settled, today);
  try {
    if (!known(SIGNED)) return;
    const cape = await contractOf(stage, SIGNED, "cape");
    const first = workingDay(cape.startsOn);
    if (first < today) await sign(stage, await send(stage, SIGNED, "cape", cape.id, first));
    await amend(stage, workingDayBefore(addDays(today, -3)));
  } catch (error) {
    // A paper that does not come is no reason to stop: the story ends without it.
    if (!(error instanceof Skipped)) throw error;
  }
}

async function prepareHouse(stage: Stage, day: Day): Promise<void> {
  await stage.run("sign:statutes", FOUNDER.key, at(day, 9), recordStatutes, {
    ...{ title: "Statuts du 14 juin 2024", adoptedOn: "2024-06-14", effectiveOn: "2024-06-14" },
  });
  if (!stage.isDone("sign:representative")) {
    const version = await stage.read((tx) => organizationVersion(tx, stage.organizationId));
    const said = { version, representative: nameOf(FOUNDER.key), quality: "gérante" };
    await stage.run("sign:representative", FOUNDER.key, at(day, 9, 5), saveRepresentative, said);
  }
  await stage.run("sign:kinds", FOUNDER.key, at(day, 9, 10), addUsualKinds, {});
  await stage.run("sign:kinds:lease", FOUNDER.key, at(day, 9, 15), savePieceKind, {
    ...{ name: LEASE, subject: "activity", activity: "optional", expires: true },
  });
}

/** The identity card soon over, the bank details and the lease of the activity there; the certificate of social security was never given. */
async function givePieces(stage: Stage, day: Day, today: Day): Promise<void> {
  const kinds = await stage.read((tx) => pieceKinds(tx, stage.organizationId));
  const own = { personId: idOf(stage, GIVER) };
  const [activity] = await stage.read((tx) => activitiesOfPerson(tx, stage.organizationId, own.personId, "all"));
  const give = async (key: string, name: string, expiresOn: Day | null, of: object = own) => {
    if (stage.isDone(key)) return;
    const kindId = kinds.find((kind) => kind.name === name)?.id;
    const paper = { bytes: SCAN, type: "image/png", name: `${name}.png` } as const;
    const heldFileId = await stage.hold(GIVER, at(day, 18), "piece", paper);
    const given = { ...of, kindId, heldFileId, expiresOn };
    await stage.run(key, GIVER, at(day, 18, 5), givePiece, given);
  };
  await give("sign:piece:identity", "Pièce d’identité", addDays(today, 18));
  await give("sign:piece:bank", "Relevé d’identité bancaire", null);
  if (activity !== undefined) {
    await give("sign:piece:lease", LEASE, addMonths(today, 14), { activityId: activity.activityId });
  }
  const { pieceId } = stage.answer<{ pieceId: Id<"piece"> }>("sign:piece:identity");
  const accepted = { pieceId, accepted: true, reason: "" };
  await stage.run("sign:piece:accepted", FOUNDER.key, at(day, 18, 30), decidePiece, accepted);
}

type Sent = { readonly person: PersonKey; readonly documentId: Id<"document">; readonly day: Day };
type Kind = "cape" | "amendment";

/** More hours from the first of next month: the amendment waits for the person's signature. */
async function amend(stage: Stage, day: Day): Promise<void> {
  const contract = await contractOf(stage, GIVER, "cesa");
  if (!stage.isDone("sign:amend")) {
    const terms = await stage.read((tx) => termsOfContract(tx, stage.organizationId, contract.id));
    const last = terms.at(-1);
    if (last === undefined) throw new Skipped(`no clauses for ${GIVER}`);
    const from = addMonths(toDay(`${day.slice(0, 7)}-01`), 1);
    const values = { ...last.values, ...AMENDED };
    const amended = { contractId: contract.id, seen: last.amendment, from, values, reason: "" };
    await stage.run("sign:amend", FOUNDER.key, at(day, 9), changeTerms, amended);
  }
  await send(stage, GIVER, "amendment", contract.id, day);
}

/** Makes a document from the clauses of the contract, and sends it once its paper is there. */
async function send(stage: Stage, person: PersonKey, kind: Kind, contractId: Id<"contract">, day: Day): Promise<Sent> {
  const key = `sign:${person}`;
  const personId = idOf(stage, person);
  const words = stage.isDone(`${key}:make`) ? {} : await wordsFor(stage, personId, kind, contractId, at(day, 10));
  const title = `${kind === "cape" ? "Contrat d’appui (CAPE)" : "Avenant"} – ${nameOf(person)}`;
  const made = { personId, kind, title, ...words };
  const { documentId } = await stage.run(`${key}:make`, DESK, at(day, 10), makeDocument, made);
  if (!stage.isDone(`${key}:send`)) await paperOf(stage, documentId);
  const holders = await stage.read((tx) => holdersOf(tx, stage.organizationId, ["direction"]));
  const representativeId = holders.find(({ name }) => name === nameOf(FOUNDER.key))?.personId;
  await stage.run(`${key}:send`, DESK, at(day, 11), sendToSign, {
    ...{ documentId, representativeId, expiresOn: addDays(day, 20) },
  });
  return { person, documentId, day };
}

async function contractOf(stage: Stage, person: PersonKey, kind: "cape" | "cesa") {
  const contracts = await stage.read((tx) => contractsOf(tx, stage.organizationId, idOf(stage, person)));
  const found = contracts.findLast((one) => one.kind === kind && one.cancelledAt === null);
  if (found === undefined) throw new Skipped(`${person} has no ${kind}`);
  return found;
}

async function wordsFor(stage: Stage, personId: PersonId, kind: Kind, contractId: Id<"contract">, moment: Instant) {
  const { organizationId } = stage;
  return stage.readAs(DESK, moment, async (tx, { actor, today }) => {
    const [activity] = await activitiesOfPerson(tx, organizationId, personId, "all");
    const choice = { kind, contractId, activityId: activity?.activityId ?? null };
    const app = { documentFields: DOCUMENT_FIELDS };
    const prepared = await prepare({ app, tx, actor, organizationId, today, language: "fr" }, personId, choice);
    if (isRefusal(prepared)) throw new Skipped(`no contract for ${personId}: ${prepared.code}`);
    const missing = missingIn(prepared.fields, {});
    if (missing.length > 0) throw new Skipped(`the contract lacks ${missing.map(({ name }) => name).join(", ")}`);
    return { contractId, activityId: choice.activityId, ...filledFields(prepared, {}) };
  });
}

/** Each side signs with the code that the product has sent to its address. */
async function sign(stage: Stage, { person, documentId, day }: Sent): Promise<void> {
  for (const [rank, signer] of [person, FOUNDER.key].entries()) {
    const key = `sign:${person}:${signer}`;
    if (stage.isDone(key)) continue;
    await stage.run(`${key}:code`, signer, at(day, 14 + rank), sendSigningCode, { documentId });
    const { code, hash } = await stage.read(async (tx) => ({
      code: await lastCode(tx, signer, documentId),
      hash: (await findDocument(tx, stage.organizationId, documentId))?.pdfHash,
    }));
    const signed = await stage.run(key, signer, at(day, 14 + rank, 4), signDocument, {
      ...{ documentId, documentHash: hash, recognition: "mailCode", code, typedName: nameOf(signer) },
      ...{ consent: "oui", sentence: SENTENCE, network: "192.0.2.x" },
    });
    if (signed.wrongCode) throw new Skipped(`the code of ${signer} is not the one that was sent`);
  }
}

async function lastCode(tx: Tx, signer: PersonKey, documentId: string) {
  const { rows } = await sql<{ body: string }>`select body from platform.mail
    where recipient = ${emailOf(signer)} and subject_id = ${documentId} and subject like 'Votre code%'
    order by at desc, id desc limit 1`.execute(tx);
  return /: (\d{6})\s/.exec(rows[0]?.body ?? "")?.[1] ?? "";
}

async function paperOf(stage: Stage, documentId: Id<"document">): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const document = await stage.read((tx) => findDocument(tx, stage.organizationId, documentId));
    if (document?.pdfHash != null) return;
    await sleep(WAIT_MS);
  }
  throw new Skipped("the paper of the contract is not there");
}

function idOf(stage: Stage, key: PersonKey): PersonId {
  return stage.answer<{ personId: PersonId }>(`person:${key}`).personId;
}

/** A sheet with lines, as a scan looks from afar. */
const SCAN = drawPng(420, 594, (x, y) => {
  const line = y > 80 && y < 500 && y % 28 < 6 && x > 50 && x < 370 - ((y * 7) % 90);
  return line ? [90, 96, 104, 255] : [250, 250, 247, 255];
});
