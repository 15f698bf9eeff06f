import { addDays, type Instant, toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { factsOf } from "#modules/membership/index.server.ts";
import { saveSensitive } from "#modules/parcours/index.server.ts";
import { nirKey } from "#modules/parcours/index.ts";
import { at, workingDayBefore } from "./calendar.ts";
import type { PersonKey } from "./people.ts";
import type { Stage } from "./stage.job.ts";

const PAYROLL = "gwenaelle";
/** The places where people of the story were born, by their code (INSEE). */
const BORN: Readonly<Record<string, string>> = {
  ...{ Brest: "29019", Quimper: "29232", Morlaix: "29151", Rennes: "35238", Lorient: "56121" },
  ...{ "Paris 13e": "75113", Nantes: "44109", Lille: "59350" },
};

/** What payroll keeps of a few people. Numbers are invented: their order in the register of births is one that none reaches. */
const KEPT: readonly { readonly who: PersonKey; readonly health: Readonly<Record<string, string>> }[] = [
  { who: "samira", health: { disabledWorker: "no" } },
  { who: "fatou", health: { disabledWorker: "no" } },
  { who: "yann", health: { disabledWorker: "yes", restrictions: "Pas de port de charges de plus de 10 kg." } },
  { who: "paul", health: {} },
  { who: "elise", health: { disabledWorker: "no" } },
];

/** Social security numbers and health facts, by whoever pays: payroll's pages are not empty. */
export async function keepSensitive(stage: Stage, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  if (!stage.isDone(`team:${PAYROLL}`)) return;
  for (const [rank, { who, health }] of KEPT.entries()) {
    if (!stage.isDone(`person:${who}`)) continue;
    const { personId } = stage.answer<{ personId: PersonId }>(`person:${who}`);
    const facts = await stage.read((tx) => factsOf(tx, stage.organizationId, personId));
    const said = (dimension: string) => {
      const value = facts.find((fact) => fact.dimension === dimension)?.value;
      return typeof value === "string" ? value : "";
    };
    const [sex, born, place] = [said("sex"), said("birth_date"), BORN[said("birth_place")]];
    if (born === "" || place === undefined) continue;
    const digits = `${sex === "man" ? "1" : "2"}${born.slice(2, 4)}${born.slice(5, 7)}${place}${990 + rank}`;
    const until = health.disabledWorker === "yes" ? { disabledUntil: addDays(today, 400) } : {};
    const day = workingDayBefore(addDays(today, -21));
    await stage.run(`sensitive:${who}`, PAYROLL, at(day, 10, rank), saveSensitive, {
      ...{ personId, version: 0, nir: `${digits}${nirKey(digits)}`, ...health, ...until },
    });
  }
}
