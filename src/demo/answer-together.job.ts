/** A school to renovate, that three entrepreneurs of « L'Établi » answer; a fair that two houses won, in their network. */
import { addDays, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { addNote, answerPart, invitePart, moveBid, openBid, partsOfBid } from "#modules/bid/index.server.ts";
import { directorOf } from "./found-sisters.job.ts";
import { inventedSiren } from "./invented-number.ts";
import type { NetworkStage } from "./network-stage.ts";
import { emailOf, FOUNDER, type PersonKey } from "./people.ts";
import { SISTER_HOUSES } from "./sister-house.ts";
import type { Stage } from "./stage.job.ts";
import { DEMO_SIREN } from "./write-story.job.ts";

/** Invented, beyond those of the clients of the story. */
const [SCHOOL, FAIR] = [inventedSiren(79_001), inventedSiren(79_002)];

type Place = Readonly<Record<string, string>>;
type Answer = readonly [key: PersonKey, email: string, task: string, amount: string, place: Place | null];

export async function answerTogether({ etabli, network, now }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const activityOf = (key: PersonKey) =>
    etabli.readAs(key, now, async (_, { actor }) => ({ activityId: [...actor.own.keys()][0] as ActivityId }));

  /** Begun by one, offered to others; those who have a place agree for it. */
  async function share(stage: Stage, name: string, lead: Answer, words: Place, others: readonly Answer[]) {
    const [key, , task, amount, place] = lead;
    const { bidId } = await stage.run(`bid:${name}`, key, now, openBid, { ...words, ...place, task, amount });
    for (const [other, email, theirs, price, agreed] of others) {
      const offer = { bidId, email, task: theirs, amount: price };
      await stage.run(`bid:${name}:${other}`, key, now, invitePart, offer);
      if (agreed === null) continue;
      const partId = await stage.readAs(other, now, async (tx, { actor }) => {
        const parts = await partsOfBid(tx, stage.organizationId, bidId);
        return parts.find(({ personId }) => personId === actor.personId)?.id;
      });
      await stage.run(`bid:${name}:${other}:agree`, other, now, answerPart, { partId, answer: "agree", ...agreed });
    }
    return bidId;
  }

  const school = {
    ...{ title: "Rénover l’école de Kerguelen", buyer: "Commune de Kerguelen", buyerSiren: SCHOOL },
    ...{ reference: "MAPA 2026-14", deadline: addDays(today, 18), billing: "lead" },
  };
  const bidId = await share(
    etabli,
    "school",
    ["samira", "", "Lot 3 : plomberie et chauffage", "1840000", await activityOf("samira")],
    school,
    [
      ["ahmed", emailOf("ahmed"), "Lot 4 : électricité", "1265000", await activityOf("ahmed")],
      ["rosa", emailOf("rosa"), "Lot 5 : carrelage des sanitaires", "720000", null],
    ],
  );
  const say = (key: PersonKey, words: string) =>
    etabli.run(`bid:school:say:${key}`, key, now, addNote, { bidId, words, heldFileId: "" });
  await say("samira", "La visite est passée : les sanitaires du premier étage sont compris dans le lot 5.");
  await say("ahmed", "Mon lot est chiffré. Je joins le bordereau de prix avant vendredi.");

  const fair = {
    ...{ title: "Animer le salon de l’emploi", buyer: "Métropole d’Armor", buyerSiren: FAIR },
    ...{ reference: "2026-EMP-07", deadline: addDays(today, 3), billing: "each" },
  };
  const builders = SISTER_HOUSES.filter(({ slug }) => slug === "toits-communs");
  const won = await share(
    network,
    "fair",
    [FOUNDER.key, "", "Accueil et ateliers", "960000", { house: "L’Établi", houseSiren: DEMO_SIREN }],
    fair,
    builders.map((house) => [
      ...([house.director.key, directorOf(house).email, "Stands du bâtiment", "540000"] as const),
      { house: house.legalName, houseSiren: inventedSiren(house.rank) },
    ]),
  );
  await network.run("bid:fair:submit", FOUNDER.key, now, moveBid, { bidId: won, move: "submit" });
  await network.run("bid:fair:win", FOUNDER.key, now, moveBid, { bidId: won, move: "win", reason: "" });
}
