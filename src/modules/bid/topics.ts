/** What joint bids tell those who are in them. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";
import type { BidStatus } from "./bid/bid.ts";

const BIDS: Heading = { key: "bid.bid", words: { fr: "Les réponses communes", en: "Joint bids" } };

const topic = (key: string, fr: string, en: string): Topic => ({
  ...{ key: `bid.${key}`, kind: "news", heading: BIDS },
  words: { fr: { sentence: fr, action: "Voir la réponse" }, en: { sentence: en, action: "See the bid" } },
});

export const BID_INVITED = topic(
  "part.invited",
  "{lead} vous propose une part dans « {title} ».",
  "{lead} offers you a part of “{title}”.",
);
export const BID_ANSWERED = topic(
  "part.answered",
  "{name} a répondu pour sa part de « {title} ».",
  "{name} answered for their part of “{title}”.",
);
const SUBMITTED = topic(
  "bid.submitted",
  "« {title} » est déposée : sa répartition ne change plus.",
  "“{title}” is submitted: its split changes no more.",
);
const WON = topic("bid.won", "« {title} » est gagnée.", "“{title}” is won.");
const LOST = topic("bid.lost", "« {title} » n’est pas retenue.", "“{title}” was not chosen.");
const DROPPED = topic("bid.dropped", "« {title} » est abandonnée.", "“{title}” is dropped.");

/** Nothing leads back to a draft: what is told then is what was submitted. */
export const BID_MOVED: Readonly<Record<BidStatus, Topic>> = {
  ...{ drafted: SUBMITTED, submitted: SUBMITTED, won: WON, lost: LOST, dropped: DROPPED },
};

export const bidTopics: readonly Topic[] = [BID_INVITED, BID_ANSWERED, SUBMITTED, WON, LOST, DROPPED];
