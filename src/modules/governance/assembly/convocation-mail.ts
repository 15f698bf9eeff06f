/** The words of a convocation. In French: it is what the cooperative keeps as proof. Pure. */
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { linesIn } from "#kernel/lines.ts";
import { timeIn } from "#kernel/zoned.ts";
import { longDay } from "#ui/format.ts";
import { timeText } from "#ui/time-input.ts";
import { fr as enclosureFr } from "../enclosure/enclosure.fr.ts";
import type { Motion } from "../motion/motion.ts";
import type { Articles } from "../setup/articles.ts";
import { fr } from "./assembly.fr.ts";
import type { Assembly } from "./assembly.ts";

/** Where the message gives the address of the assembly, written when it leaves. */
export const ASSEMBLY_LINK = "{lien}";

type Convocation = {
  readonly name: string;
  readonly cooperative: string;
  readonly assembly: Assembly;
  readonly heldOn: Day;
  readonly timeZone: string;
  readonly motions: readonly Motion[];
  /** What is read before it. */
  readonly enclosures: readonly string[];
  readonly articles: Pick<Articles, "proxiesMost">;
};

export function convocationBody(convocation: Convocation): string {
  const { name, cooperative, assembly, heldOn, timeZone, motions, enclosures, articles } = convocation;
  const agenda = [
    ...linesIn(assembly.agenda),
    ...motions.map(({ number, title }) => fill(fr.motionLine, { number: String(number), title })),
  ];
  return fill(fr.mailBody, {
    ...{ name, cooperative, kind: fr.kinds[assembly.kind].toLowerCase(), title: assembly.title },
    ...{ day: longDay(heldOn), time: timeText(timeIn(assembly.startsAt, timeZone)) },
    place: [assembly.place, assembly.link].filter(Boolean).join(", "),
    agenda: agenda.map((line) => `- ${line}`).join("\n"),
    proxies: articles.proxiesMost === 0 ? "" : fill(fr.mailProxies, { most: String(articles.proxiesMost) }),
    enclosures:
      enclosures.length === 0
        ? ""
        : fill(enclosureFr.inMail, { titles: enclosures.map((one) => `- ${one}`).join("\n") }),
    link: ASSEMBLY_LINK,
  });
}
