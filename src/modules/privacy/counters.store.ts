/** What is counted for those who keep data protection. */
import type { Counter } from "#platform/app.ts";
import { mayErase } from "./erasure/erasure.policy.ts";
import { openRequests } from "./erasure/erasure.store.ts";
import { TO_ANSWER } from "./topics.ts";

export const privacyCounters: readonly Counter[] = [
  {
    topic: TO_ANSWER,
    path: "reglages/donnees/demandes",
    count: async (tx, organizationId, actor) => (mayErase(actor) === null ? openRequests(tx, organizationId) : 0),
  },
];
