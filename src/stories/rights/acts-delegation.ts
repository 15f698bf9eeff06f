/** Acts between cooperatives: an agreement, those who enter under it, the work of a month, its invoice. */
import { type ActLine, CHIEFS, of, PAY } from "./act-line.ts";

const chiefly = of(CHIEFS, "activity");
/** Of the other side, or of another state: the act's own tests go there. */
const chieflyLater = of(CHIEFS, "activity", "refused");
const working = of([...PAY, "delegate"], "activity");

export const DELEGATION_ACTS: Readonly<Record<string, ActLine>> = {
  "delegation.agreement.propose": of(
    CHIEFS,
    "none",
    "refused",
  )((_, today) => ({
    ...{ provider: "personne", startsOn: today, endsOn: today },
    items: [{ work: "contracts", unitPrice: "100", volume: 1 }],
  })),
  "delegation.agreement.answer": chieflyLater(({ agreementId }) => ({ agreementId, answer: "sign" })),
  "delegation.agreement.revoke": chiefly(({ agreementId }) => ({ agreementId, reason: "Fin" })),
  "delegation.delegate.name": chieflyLater(({ agreementId, personId }) => ({ agreementId, personId })),
  "delegation.delegate.close": chieflyLater(({ agreementId, workId }) => ({ agreementId, delegateId: workId })),
  "delegation.month.bill": chieflyLater(({ agreementId, activityId }, today) => ({
    ...{ agreementId, activityId, month: today.slice(0, 7) },
  })),
  "delegation.work.finish": working(({ workId }) => ({ workId })),
  "delegation.work.comment": working(({ workId }) => ({ workId, words: "Bonjour" })),
  "delegation.work.fault": chieflyLater(({ workId }) => ({ workId, fault: "Une heure manque" })),
};
