import { decodeText } from "#kernel/text-file.ts";

/** Why a file is not taken: each page has its sentence. */
export type UploadProblem = "missing" | "tooLarge" | "notText";

export type UploadedText = { readonly text: string } | { readonly problem: UploadProblem };

/** The text of the file posted under a name, or why it is not taken. */
export async function uploadedText(form: FormData, name: string, maxBytes: number): Promise<UploadedText> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return { problem: "missing" };
  if (file.size > maxBytes) return { problem: "tooLarge" };
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  return text === null ? { problem: "notText" } : { text };
}
