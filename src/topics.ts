/** Only gathers what each module may tell people of, and what it counts for them. */
import type { Heading, Topic } from "#kernel/topic.ts";
import { accompanimentDigests } from "./modules/accompaniment/topics.ts";
import { bidTopics } from "./modules/bid/topics.ts";
import { consultationTopics } from "./modules/consultation/topics.ts";
import { delegationTopics } from "./modules/delegation/topics.ts";
import { documentsTopics } from "./modules/documents/topics.ts";
import { governanceTopics } from "./modules/governance/topics.ts";
import { gridTopics } from "./modules/grid/topics.ts";
import { labelTopics } from "./modules/label/topics.ts";
import { meetingsTopics } from "./modules/meetings/topics.ts";
import { membershipTopics } from "./modules/membership/topics.ts";
import { privacyCounters } from "./modules/privacy/counters.store.ts";
import { privacyTopics } from "./modules/privacy/topics.ts";
import { salesCounters } from "./modules/sales/counters.store.ts";
import { salesTopics } from "./modules/sales/topics.ts";
import { trainingTopics } from "./modules/training/topics.ts";
import { workgroupTopics } from "./modules/workgroup/topics.ts";
import type { Counter } from "./platform/app.ts";

export const TOPICS: readonly Topic[] = [
  ...salesTopics,
  ...membershipTopics,
  ...documentsTopics,
  ...meetingsTopics,
  ...governanceTopics,
  ...consultationTopics,
  ...labelTopics,
  ...gridTopics,
  ...delegationTopics,
  ...workgroupTopics,
  ...trainingTopics,
  ...bidTopics,
  ...privacyTopics,
];
export const DIGESTS: readonly Heading[] = accompanimentDigests;
export const COUNTERS: readonly Counter[] = [...salesCounters, ...privacyCounters];
