/**
 * People whose parcours is told without their sales: who left in one of the three ways or before, who came back, whose CAPE was
 * renewed until it could not be any more. Each step happens on its own day.
 */

import { toDay } from "#kernel/day.ts";
import { type Act, inOrder } from "./act.ts";
import { at, STORY_START } from "./calendar.ts";
import { FOUNDER } from "./people.ts";
import type { Step } from "./step.ts";

type Tale = {
  readonly key: string;
  readonly arrive: Omit<Extract<Step, { kind: "arrive" }>, "kind">;
  readonly steps: readonly [string, Step][];
};

const contract = (kind: "cape" | "cesa", from: string, to: string | null = null): Step => ({
  ...{ kind: "contract", contract: kind, from, to },
});
const exit = (kind: string, on: string, more: Record<string, string> = {}): Step => ({
  kind: "exit",
  exit: kind,
  on,
  more,
});
const news = (months: 6 | 12 | 24, became: string): Step => ({ kind: "news", months, became });

/** What was before the software is recorded on its first day; the day of a step is when somebody recorded it. */
const BEFORE = STORY_START;

const TALES: readonly Tale[] = [
  {
    key: "prigent",
    arrive: { firstName: "Gwenaëlle", lastName: "Prigent", site: "Brest" },
    steps: [
      [BEFORE, contract("cape", "2023-01-09", "2024-01-08")],
      [BEFORE, contract("cesa", "2024-01-09")],
      [
        "2025-12-18",
        exit("own_company", "2025-12-31", {
          motive: "Son activité tient seule : elle ouvre son atelier et sa boutique.",
          company: "Prigent Céramique, SARL",
          skills: "Prix de revient, vente en ligne, tenue d’un atelier.",
        }),
      ],
      ["2026-07-02", news(6, "own_company")],
    ],
  },
  {
    key: "belkacem",
    arrive: { firstName: "Rachid", lastName: "Belkacem", site: "Brest" },
    steps: [
      [BEFORE, contract("cape", "2024-10-01", "2025-09-30")],
      [
        "2025-09-29",
        exit("former_situation", "2025-09-30", {
          motive: "Reprise d’un emploi salarié, projet mis de côté.",
          skills: "Devis, relation avec les clients, gestion du temps.",
          rights: "rebuilt",
        }),
      ],
      ["2026-04-02", news(6, "employee")],
      ["2026-09-07", contract("cape", "2026-09-07", "2027-09-06")],
    ],
  },
  {
    key: "kerjean",
    arrive: { firstName: "Martine", lastName: "Kerjean", site: "Quimper" },
    steps: [
      [BEFORE, contract("cesa", "2019-03-01")],
      [BEFORE, { kind: "associate", on: "2021-05-15" }],
      [
        "2026-07-01",
        exit("associate_stays", "2026-06-30", { motive: "Elle n’a plus besoin d’accompagnement et reste associée." }),
      ],
    ],
  },
  {
    key: "besnard",
    arrive: { firstName: "Lucas", lastName: "Besnard", site: "Morlaix" },
    steps: [
      ["2026-01-29", contract("cape", "2026-02-02", "2027-02-01")],
      ["2026-05-04", exit("abandoned", "2026-04-30", { motive: "Le marché visé n’existe pas ici." })],
    ],
  },
  {
    key: "petit",
    arrive: { firstName: "Nadège", lastName: "Petit", site: "Brest" },
    steps: [
      ["2026-01-05", contract("cesa", "2026-01-05")],
      ["2026-03-16", exit("trial_broken", "2026-03-20", { motive: "À sa demande : l’activité ne convient pas." })],
      ["2026-09-22", news(6, "employee")],
    ],
  },
  {
    key: "konate",
    arrive: { firstName: "Issa", lastName: "Konaté", site: "Quimper" },
    steps: [
      [BEFORE, contract("cape", "2024-10-01", "2025-09-30")],
      ["2025-09-24", contract("cape", "2025-10-01", "2026-09-30")],
      ["2026-09-23", contract("cape", "2026-10-01", "2027-09-30")],
    ],
  },
  {
    key: "moal",
    arrive: { firstName: "Solange", lastName: "Moal", site: "Morlaix" },
    steps: [
      [BEFORE, contract("cesa", "2022-11-02")],
      [
        "2025-10-27",
        exit("not_associate", "2025-10-31", {
          motive: "Trois ans sans candidature au sociétariat.",
          rights: "rebuilt",
        }),
      ],
      ["2026-05-05", news(6, "job_seeker")],
      ["2026-11-03", news(12, "employee")],
    ],
  },
];

/** Every step of these people, in the order of time. */
export function leaverActs(): Act[] {
  return inOrder(
    TALES.flatMap(({ key, arrive, steps }) => {
      const first = steps[0]?.[0] ?? BEFORE;
      const named = (rank: number, day: string, step: Step): Act => ({
        key: `parcours:${key}:${rank}`,
        at: at(toDay(day), 10, rank),
        by: FOUNDER.key,
        deed: { verb: "parcours", leaver: key, step },
      });
      return [
        named(0, first, { kind: "arrive", ...arrive }),
        ...steps.map(([day, step], rank) => named(rank + 1, day, step)),
      ];
    }),
  );
}
