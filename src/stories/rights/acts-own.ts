/** Acts on what is one's own, that every member does: notices, choices of screens. Part of the list of acts.ts. */
import { type ActLine, of } from "./act-line.ts";
import type { Kind } from "./cast.ts";

const EVERYONE: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "payroll", "direction", "administrator"];
const own = of(EVERYONE, "none");
/** A thing that is nobody's: it does not exist for anybody. */
const ownLater = of(EVERYONE, "none", "refused");

export const OWN_ACTS: Readonly<Record<string, ActLine>> = {
  "notification.notice.read": ownLater(({ personId }) => ({ noticeId: personId })),
  "notification.notice.readAll": own(() => ({})),
  "notification.cadence.choose": own(() => ({ choices: { "sales.payment": "weekly" } })),
  "privacy.consent.choose": own(() => ({ asked: [{ purpose: "photo", version: 0 }], agreed: [] })),
  "desk.view.save": own(() => ({ list: "factures", search: "etat=late", name: "En retard" })),
  "desk.view.rename": ownLater(({ personId }) => ({ viewId: personId, name: "Autre" })),
  "desk.view.remove": ownLater(({ personId }) => ({ viewId: personId })),
  "desk.list.arrange": own(() => ({ list: "factures", hidden: ["title"], density: "compact" })),
};
