/** What is counted for those who decide of documents. */
import type { Counter } from "#platform/app.ts";
import { queueOf } from "./review/waiting.store.ts";
import { TO_REVIEW } from "./topics.ts";

export const salesCounters: readonly Counter[] = [
  {
    topic: TO_REVIEW,
    path: "a-relire",
    count: async (tx, organizationId, actor) => (await queueOf(tx, organizationId, actor)).length,
  },
];
