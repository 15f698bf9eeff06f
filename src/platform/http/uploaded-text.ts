import { decodeText } from "#kernel/text-file.ts";
import type { RouteArguments } from "./tenant.ts";
import { readUploadOr, type ScanProblem } from "./upload.ts";

/** Why a file is not taken: each page has its sentence. */
export type UploadProblem = "missing" | "tooLarge" | "notText" | ScanProblem;

export type UploadedText = { readonly text: string } | { readonly problem: UploadProblem };

/** The text of the file posted under a name, or why it is not taken. */
export async function uploadedText(
  args: RouteArguments,
  form: FormData,
  name: string,
  maxBytes: number,
): Promise<UploadedText> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return { problem: "missing" };
  if (file.size > maxBytes) return { problem: "tooLarge" };
  const upload = await readUploadOr(args, file);
  if ("problem" in upload) return upload;
  const text = decodeText(upload.bytes);
  return text === null ? { problem: "notText" } : { text };
}
