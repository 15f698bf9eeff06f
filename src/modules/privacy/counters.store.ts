/** What awaits each in data protection, and those who keep it. */
import type { Counter } from "#platform/app.ts";
import { askedAgainOf } from "./consent/consent.store.ts";
import { mayErase } from "./erasure/erasure.policy.ts";
import { openRequests } from "./erasure/erasure.store.ts";
import { ASKED_AGAIN, TO_ANSWER } from "./topics.ts";

export const privacyCounters: readonly Counter[] = [
  {
    topic: ASKED_AGAIN,
    path: "mes-donnees",
    count: async (tx, organizationId, actor) => (await askedAgainOf(tx, organizationId, actor.personId)).size,
  },
  {
    topic: TO_ANSWER,
    path: "reglages/donnees/demandes",
    count: async (tx, organizationId, actor) => (mayErase(actor) === null ? openRequests(tx, organizationId) : 0),
  },
];
