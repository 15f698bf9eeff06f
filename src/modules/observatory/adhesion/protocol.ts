/**
 * What two houses say to each other, on one instance or over HTTPS: an adhesion asked for with a code, its answer, and the
 * receipt of a document. Each is the canonical text of a value and its signature.
 */
import { z } from "zod";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";

export const ADHESION_VERSIONS: readonly number[] = [1];
/** What one house says beyond what the other reads is left aside, and what an older one does not say is not needed. */
const MOST_COOPERATIVES = 5_000;
/** SIREN of the cooperatives that the network's public directory lists. Not readable as such: as if it were not said. */
const cooperatives = z
  .array(z.string().regex(/^\d{9}$/))
  .max(MOST_COOPERATIVES)
  .optional()
  .catch(undefined);
/** What one may send in one request. */
export const LARGEST_BODY = 256 * 1024;

export const signedText = z.strictObject({
  text: z.string().min(2).max(200_000),
  signature: z.string().min(40).max(200),
});
export type SignedText = z.infer<typeof signedText>;

const request = z.object({
  format: z.literal("essaim-adhesion"),
  versions: z.array(z.number().int()).min(1).max(20),
  code: z.string().min(8).max(60),
  publicKey: z.string().min(40).max(200),
});
export type AdhesionRequest = z.infer<typeof request>;

const answer = z.object({
  format: z.literal("essaim-adhesion-answer"),
  version: z.number().int(),
  adhesion: z.uuid(),
  network: z.string().min(1).max(200),
  structure: z.string().min(1).max(200),
  publicKey: z.string().min(40).max(200),
  cooperatives,
});
export type AdhesionAnswer = z.infer<typeof answer>;

const receipt = z.object({
  format: z.literal("essaim-receipt"),
  version: z.number().int(),
  adhesion: z.uuid(),
  sequence: z.number().int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  receivedAt: z.iso.datetime(),
  cooperatives,
});
export type Receipt = z.infer<typeof receipt>;

/** What went wrong between two houses, and the versions that the other one reads. */
const failure = z.object({ error: z.string().max(60), versions: z.array(z.number()).optional() });

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const readSigned = (text: string): SignedText | null => read(signedText, text);
export const readRequest = (text: string): AdhesionRequest | null => read(request, text);
export const readAnswer = (text: string): AdhesionAnswer | null => read(answer, text);
export const readReceipt = (text: string): Receipt | null => read(receipt, text);
export const readFailure = (text: string): string | null => read(failure, text)?.error ?? null;
export const textOf = (said: AdhesionRequest | AdhesionAnswer | Receipt): string => canonicalJson(said as Json);

/** A code as people copy it: capitals, digits, dashes wherever. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
