/** Only gathers which rows of each module speak of somebody, in the order that a person reads them. */

import type { PersonalTable } from "./kernel/personal-data.ts";
import { accompanimentPersonalData } from "./modules/accompaniment/personal-data.ts";
import { bidPersonalData } from "./modules/bid/personal-data.ts";
import { consultationPersonalData } from "./modules/consultation/personal-data.ts";
import { contributionPersonalData } from "./modules/contribution/personal-data.ts";
import { delegationPersonalData } from "./modules/delegation/personal-data.ts";
import { deskPersonalData } from "./modules/desk/personal-data.ts";
import { documentsPersonalData } from "./modules/documents/personal-data.ts";
import { governancePersonalData } from "./modules/governance/personal-data.ts";
import { gridPersonalData } from "./modules/grid/personal-data.ts";
import { labelPersonalData } from "./modules/label/personal-data.ts";
import { ledgerPersonalData } from "./modules/ledger/personal-data.ts";
import { meetingsPersonalData } from "./modules/meetings/personal-data.ts";
import { membershipPersonalData } from "./modules/membership/personal-data.ts";
import { networkPersonalData } from "./modules/network/personal-data.ts";
import { notificationPersonalData } from "./modules/notification/personal-data.ts";
import { objectivesPersonalData } from "./modules/objectives/personal-data.ts";
import { observatoryPersonalData } from "./modules/observatory/personal-data.ts";
import { parcoursPersonalData } from "./modules/parcours/personal-data.ts";
import { privacyPersonalData } from "./modules/privacy/personal-data.ts";
import { roomPersonalData } from "./modules/room/personal-data.ts";
import { salesPersonalData } from "./modules/sales/personal-data.ts";
import { skillsPersonalData } from "./modules/skills/personal-data.ts";
import { statisticsPersonalData } from "./modules/statistics/personal-data.ts";
import { trainingPersonalData } from "./modules/training/personal-data.ts";
import { workgroupPersonalData } from "./modules/workgroup/personal-data.ts";

export const PERSONAL_DATA: readonly PersonalTable[] = [
  ...membershipPersonalData,
  ...parcoursPersonalData,
  ...accompanimentPersonalData,
  ...skillsPersonalData,
  ...meetingsPersonalData,
  ...networkPersonalData,
  ...observatoryPersonalData,
  ...consultationPersonalData,
  ...roomPersonalData,
  ...governancePersonalData,
  ...labelPersonalData,
  ...gridPersonalData,
  ...delegationPersonalData,
  ...objectivesPersonalData,
  ...workgroupPersonalData,
  ...trainingPersonalData,
  ...bidPersonalData,
  ...documentsPersonalData,
  ...contributionPersonalData,
  ...statisticsPersonalData,
  ...privacyPersonalData,
  ...notificationPersonalData,
  ...deskPersonalData,
  ...salesPersonalData,
  ...ledgerPersonalData,
];
