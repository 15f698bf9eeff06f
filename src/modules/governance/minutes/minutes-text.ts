/** The minutes of an assembly, written from what happened there. Pure. */
import { fill } from "#kernel/language.ts";
import type { Assembly } from "../assembly/assembly.ts";
import type { InRoom } from "../attendance/room.ts";
import { counted } from "../attendance/room.ts";
import { fr as enclosureFr } from "../enclosure/enclosure.fr.ts";
import { countColleges, quorumOf } from "../motion/count.ts";
import { inTenThousandths } from "../motion/fraction.ts";
import type { Motion } from "../motion/motion.ts";
import { fr as articlesFr } from "../setup/articles.fr.ts";
import { type Articles, ruleOf } from "../setup/articles.ts";
import { fr } from "./minutes.fr.ts";

export type Held = {
  readonly cooperative: string;
  readonly day: string;
  readonly opened: string;
  readonly closed: string;
  readonly convened: string;
  readonly assembly: Pick<Assembly, "title" | "kind" | "call" | "place" | "link" | "agenda" | "chair" | "secretary">;
  readonly articles: Articles;
  /** Everybody who came, and whom they represented. */
  readonly room: readonly InRoom[];
  /** When the most of them counted: what the quorum is read on. */
  readonly fullest: readonly InRoom[];
  readonly left: readonly { readonly associateId: InRoom["associateId"]; readonly at: string }[];
  readonly motions: readonly Motion[];
  /** What was given to be read. */
  readonly enclosures: readonly string[];
};

/** "66,66 %": cut, never rounded up. */
export function percentCut(motion: Pick<Motion, "result">): string {
  const share = motion.result === null ? 0 : inTenThousandths(motion.result.share);
  return `${Math.trunc(share / 100)},${String(share % 100).padStart(2, "0")} %`;
}

/** Paragraphs, a blank line between them: what the office reads again before it is published. */
export function minutesText(held: Held): string {
  const { assembly, articles, room, fullest, left, motions, cooperative } = held;
  const names = (of: readonly InRoom[]) => (of.length === 0 ? fr.nobody : of.map(({ name }) => name).join(", "));
  const present = room.filter((one) => one.present);
  const represented = room.filter((one) => one.holderId !== null);
  const nameOf = (id: InRoom["holderId"]) => room.find(({ associateId }) => associateId === id)?.name ?? "";
  const byProxy = represented.map((one) => fill(fr.byProxy, { name: one.name, holder: nameOf(one.holderId) }));
  const gone = left.map((one) => fill(fr.leftAt, { name: nameOf(one.associateId), time: one.at }));
  const rule = ruleOf(articles, assembly.kind, assembly.call);
  const numbers = articles.colleges.map(({ number }) => number);
  const quorum = quorumOf(countColleges(numbers, counted(fullest, new Map())), rule, articles.quorumScope);
  return [
    fill(fr.opening, {
      ...{ cooperative, kind: fr.kinds[assembly.kind], day: held.day, opened: held.opened, convened: held.convened },
      ...{ place: [assembly.place, assembly.link].filter(Boolean).join(", "), call: articlesFr.calls[assembly.call] },
    }),
    fill(fr.bureau, { chair: assembly.chair, secretary: assembly.secretary }),
    fill(fr.present, { count: String(present.length), names: names(present) }),
    fill(fr.represented, {
      ...{ count: String(represented.length), names: byProxy.length === 0 ? fr.nobody : byProxy.join(", ") },
    }),
    ...(gone.length === 0 ? [] : [fill(fr.leftEarly, { names: gone.join(", ") })]),
    fill(quorum.reached ? fr.quorum : fr.noQuorum, {
      ...{ counting: String(quorum.counting), members: String(quorum.members), needed: String(quorum.needed) },
    }),
    ...(assembly.agenda === "" ? [] : [fill(fr.agenda, { agenda: assembly.agenda })]),
    ...(held.enclosures.length === 0 ? [] : [fill(enclosureFr.inMinutes, { titles: held.enclosures.join(", ") })]),
    ...motions.map((motion) => motionText(motion, held)),
    fill(motions.every(({ result }) => result !== null) ? fr.closing : fr.closingEarly, { closed: held.closed }),
  ].join("\n\n");
}

function motionText(motion: Motion, { articles, assembly }: Held): string {
  const { number, title, body, result } = motion;
  const head = fill(fr.motion, { number: String(number), title, body });
  if (result === null) return `${head}\n${fr.notVoted}`;
  const rule = ruleOf(articles, motion.rule, assembly.call);
  const majority = fill(fr.majority, {
    majority: articlesFr.majorities[rule.majority].toLowerCase(),
    base: articlesFr.bases[rule.base].toLowerCase(),
  });
  const facts = {
    ...{ for: String(result.votesFor), against: String(result.votesAgainst), abstain: String(result.votesAbstain) },
    share: percentCut(motion),
  };
  const colleges = articles.weighted
    ? result.colleges.map(({ college, votes }) =>
        fill(fr.college, {
          college: articles.colleges.find((one) => one.number === college)?.name ?? "",
          ...{ for: String(votes.for), against: String(votes.against), abstain: String(votes.abstain) },
        }),
      )
    : [];
  const secret = result.countedBy === "" ? [] : [fill(fr.secret, { countedBy: result.countedBy })];
  const verdict = result.adopted ? fr.adopted : fr.rejected;
  return [head, majority, fill(fr.votes, facts), ...colleges, ...secret, verdict].join("\n");
}
