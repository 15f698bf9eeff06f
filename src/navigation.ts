/** Only gathers what each module brings to the menu, to « Créer » and to the pages of a thing, in the order shown. */
import { accompanimentCreations, accompanimentNavigation } from "#modules/accompaniment/navigation.ts";
import { bidNavigation } from "#modules/bid/navigation.ts";
import { consultationNavigation } from "#modules/consultation/navigation.ts";
import { contributionNavigation } from "#modules/contribution/navigation.ts";
import { delegationNavigation } from "#modules/delegation/navigation.ts";
import { deskLastTabs, deskNavigation, deskTabs } from "#modules/desk/navigation.ts";
import { documentsNavigation, documentsTabs } from "#modules/documents/navigation.ts";
import { governanceCreations, governanceNavigation } from "#modules/governance/navigation.ts";
import { gridNavigation } from "#modules/grid/navigation.ts";
import { labelNavigation } from "#modules/label/navigation.ts";
import { ledgerNavigation } from "#modules/ledger/navigation.ts";
import { meetingsCreations, meetingsNavigation } from "#modules/meetings/navigation.ts";
import { membershipCreations, membershipNavigation, membershipTabs } from "#modules/membership/navigation.ts";
import { networkCreations, networkNavigation } from "#modules/network/navigation.ts";
import { objectivesNavigation } from "#modules/objectives/navigation.ts";
import { observatoryNavigation } from "#modules/observatory/navigation.ts";
import { parcoursCreations, parcoursNavigation, parcoursTabs } from "#modules/parcours/navigation.ts";
import { payrollNavigation } from "#modules/payroll/navigation.ts";
import { privacyNavigation, privacyTabs } from "#modules/privacy/navigation.ts";
import { roomNavigation } from "#modules/room/navigation.ts";
import { salesCreations, salesNavigation } from "#modules/sales/navigation.ts";
import { skillsNavigation, skillsTabs } from "#modules/skills/navigation.ts";
import { statisticsNavigation } from "#modules/statistics/navigation.ts";
import { trainingNavigation } from "#modules/training/navigation.ts";
import { treasuryNavigation } from "#modules/treasury/navigation.ts";
import { workgroupNavigation } from "#modules/workgroup/navigation.ts";
import type { CreationEntry, NavigationEntry, ThingTab } from "#ui/navigation.ts";

export const NAVIGATION: readonly NavigationEntry[] = [
  ...deskNavigation,
  ...networkNavigation,
  ...consultationNavigation,
  ...roomNavigation,
  ...workgroupNavigation,
  ...trainingNavigation,
  ...gridNavigation,
  ...objectivesNavigation,
  ...bidNavigation,
  ...labelNavigation,
  ...observatoryNavigation,
  ...delegationNavigation,
  ...salesNavigation,
  ...treasuryNavigation,
  ...payrollNavigation,
  ...contributionNavigation,
  ...ledgerNavigation,
  ...membershipNavigation,
  ...parcoursNavigation,
  ...accompanimentNavigation,
  ...skillsNavigation,
  ...meetingsNavigation,
  ...governanceNavigation,
  ...documentsNavigation,
  ...statisticsNavigation,
  ...privacyNavigation,
];

export const CREATIONS: readonly CreationEntry[] = [
  ...salesCreations,
  ...membershipCreations,
  ...accompanimentCreations,
  ...meetingsCreations,
  ...networkCreations,
  ...governanceCreations,
  ...parcoursCreations,
];

export const THING_TABS: readonly ThingTab[] = [
  ...membershipTabs,
  ...deskTabs,
  ...parcoursTabs,
  ...skillsTabs,
  ...documentsTabs,
  ...privacyTabs,
  ...deskLastTabs,
];
