/** Two courses that structures propose to the network: one held and shared out, one whose seats are being booked. */
import { addDays, addMonths, toDay } from "#kernel/day.ts";
import { bookSeats, planRun, proposeCourse, settleRun } from "#modules/training/index.server.ts";
import { at, workingDayBefore } from "./calendar.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";

const HELENE = FOUNDER.key;

export async function trainTogether({ network, now, structure }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const back = (months: number) => workingDayBefore(addMonths(today, -months));
  const tender = await network.run("training:tender", HELENE, at(back(6), 9), proposeCourse, {
    ...{ structureId: structure("etabli"), title: "Répondre à un marché public", hours: "14" },
    audience: "Toute personne qui facture déjà. Aucun prérequis.",
    programme:
      "À l’issue, chacun sait lire un règlement de consultation, décider de répondre, chiffrer et déposer.\n\nJour 1 : où trouver les marchés, lire les pièces, décider.\nJour 2 : le mémoire technique, le prix, la réponse à plusieurs.\n\nMoyens : un vrai marché par groupe de trois. Vérification : une réponse complète, relue.",
    trainer: "Sacha Lenoir, organisme Marchés clairs",
  });
  const held = workingDayBefore(addMonths(today, -2));
  const past = await network.run("training:tender:past", HELENE, at(back(4), 9), planRun, {
    ...{ courseId: tender.courseId, startsOn: held, endsOn: addDays(held, 1), place: "Rennes, 6 rue du Lien" },
    ...{ seats: "10", cost: "2400", split: "seats" },
  });
  for (const [who, key, seats] of [
    [HELENE, "etabli", "4"],
    ["farid", "ruche-nord", "3"],
    ["gael", "deux-rives", "2"],
  ] as const) {
    const said = { runId: past.runId, structureId: structure(key), seats };
    await network.run(`training:tender:${key}`, who, at(back(3), 10), bookSeats, said);
  }
  await network.run("training:tender:settle", HELENE, at(addDays(held, 5), 9), settleRun, {
    ...{ runId: past.runId, cost: "2350" },
  });
  const price = await network.run("training:price", "chloe", at(back(2), 9), proposeCourse, {
    ...{ structureId: structure("quai-ouest"), title: "Fixer ses prix sans se brader", hours: "3,5" },
    audience: "Artistes, artisanes et artisans, en première année.",
    programme:
      "À l’issue, chacun connaît son prix de revient et sait l’annoncer.\n\nCompter son temps, ses charges, sa contribution ; un prix, une remise, un devis.\n\nVérification : chacun repart avec son prix, relu par un pair.",
    trainer: "Chloé Marchand",
  });
  const soon = addDays(today, 24);
  const next = await network.run("training:price:next", "chloe", at(back(1), 9), planRun, {
    ...{ courseId: price.courseId, startsOn: soon, endsOn: soon, place: "En visio" },
    ...{ seats: "12", cost: "450", split: "structures" },
  });
  for (const [who, key, seats] of [
    ["chloe", "quai-ouest", "5"],
    ["nora", "les-passeurs", "3"],
  ] as const) {
    const said = { runId: next.runId, structureId: structure(key), seats };
    await network.run(`training:price:${key}`, who, at(addDays(back(1), 1), 10), bookSeats, said);
  }
}
