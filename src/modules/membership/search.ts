/** What membership brings to « Rechercher ou faire »: persons by name or address, activities by name, code or trade. */

import { visibleActivities } from "#kernel/actor.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { IconName } from "#ui/icon-name.ts";
import { findActivitiesLike, findPersonsLike } from "./search.store.ts";

type Hit = {
  readonly key: string;
  readonly icon: IconName;
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly href: string;
};
type Provider = (reader: Reader, query: { readonly text: string }, limit: number) => Promise<readonly Hit[]>;

const KINDS = {
  fr: { person: "Personne", activity: "Activité" },
  en: { person: "Person", activity: "Activity" },
} as const;

export const membershipSearch: readonly Provider[] = [
  async ({ tx, actor, slug, language }, { text }, limit) => {
    const found = await findPersonsLike(tx, actor, text, limit);
    return found.map((row) => ({
      key: `person:${row.personId}`,
      icon: "people",
      kind: KINDS[language].person,
      title: row.name,
      detail: row.email,
      href: `/${slug}/personnes/${row.personId}`,
    }));
  },
  async ({ tx, actor, slug, language }, { text }, limit) => {
    const found = await findActivitiesLike(tx, actor, visibleActivities(actor), text, limit);
    return found.map((row) => ({
      key: `activity:${row.activityId}`,
      icon: "activity",
      kind: KINDS[language].activity,
      title: row.name,
      detail: [row.code, row.trade].filter(Boolean).join(" · "),
      href: `/${slug}/activites/${row.activityId}`,
    }));
  },
];
