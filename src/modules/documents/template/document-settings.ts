import { z } from "zod";

export const DOCUMENTS_PART = "documents";

/** Who signs for the cooperative, as contracts name them. Pure. */
export type DocumentSettings = { readonly representative: string; readonly quality: string };

const schema = z.object({ representative: z.string().default(""), quality: z.string().default("") });

/** Reads the part of this module in the cooperative's settings; nothing there yet is empty. */
export function readDocumentSettings(settings: unknown): DocumentSettings {
  const part = typeof settings === "object" && settings !== null ? Reflect.get(settings, DOCUMENTS_PART) : undefined;
  const parsed = schema.safeParse(part ?? {});
  return parsed.success ? parsed.data : { representative: "", quality: "" };
}
