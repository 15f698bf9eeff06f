import { delegateName } from "#modules/delegation/index.server.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { ShellData } from "#ui/shell-context.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

/** The frame of a delegate of another cooperative: whose house it is, who they are; no menu but their work, nothing to create. */
export async function delegateFrame({ tx, organizationId, actor, slug, language }: Reader) {
  const { legalName, accentColour } = await organizationProfile(tx, organizationId);
  const label = { fr, en }[language].delegatedWork;
  const work = {
    key: "delegatedWork",
    href: `/${slug}/travaux-confies`,
    icon: "queue",
    label,
    section: "network",
  } as const;
  const menu: ShellData = {
    ...{ slug, house: "cae", comfort: false, cooperativeName: legalName },
    personName: await delegateName(tx, organizationId, actor.personId),
    lists: { views: [], arranged: {} },
    ...{
      entries: [{ ...work, mobile: true }],
      tabPages: [],
      creations: [],
      thingTabs: [],
      activities: [],
      activityId: null,
    },
  };
  return { menu, waiting: 0, comfort: false, accent: accentColour };
}
