import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { HeldFile } from "#platform/files/held-file.store.ts";
import { filesIn, holdUpload } from "#platform/http/held-upload.ts";
import type { Problem, RouteArguments } from "#platform/http/tenant.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { checkDocument } from "./entry-document.ts";

export type HeldDocument = Pick<HeldFile, "name"> & { readonly id: string };

/** The documents of a form: those chosen now are received one by one; those kept from an earlier try come back as they are. */
export async function holdDocuments(
  args: RouteArguments,
  form: FormData,
): Promise<{ held: HeldDocument[]; problem: Problem | null; status: number }> {
  const held: HeldDocument[] = form.getAll("held").flatMap((id) => {
    const name = form.get(`heldName.${id}`);
    return typeof id === "string" && typeof name === "string" ? [{ id, name: name.slice(0, 200) }] : [];
  });
  for (const file of filesIn(form, "files")) {
    const received = await holdUpload(args, file, {
      purpose: "document",
      field: "files",
      allow: (actor): Refusal | null =>
        mayKeepBooks(actor, "attachDocument") ? null : refuse("forbidden", "entry.forbidden"),
      check: checkDocument,
    });
    if (!received.ok) return { held, problem: received.problem, status: received.status };
    held.push({ id: received.held.id, name: received.held.name });
  }
  return { held, problem: null, status: 200 };
}
