import { toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { factsOf } from "#modules/membership/index.server.ts";
import { changeSocialFile } from "#modules/parcours/index.server.ts";
import { dimensionsOf, SECTIONS } from "#modules/parcours/index.ts";
import { saveSheet } from "#modules/statistics/index.server.ts";
import { questionText } from "#modules/statistics/index.ts";
import type { Act, Deed } from "./act.ts";
import type { Stage } from "./stage.job.ts";

type Of<Verb extends Deed["verb"]> = Extract<Deed, { verb: Verb }>;

/** Writes a part of a person's file, as whoever follows them does: after reading it. */
export async function keepFile(stage: Stage, { key, at, by }: Act, deed: Of<"keepFile">): Promise<void> {
  if (stage.isDone(key)) return;
  const { personId } = stage.answer<{ personId: PersonId }>(`person:${deed.person}`);
  const section = SECTIONS.find((one) => one === deed.section);
  if (section === undefined) throw new Error(`no part of a file is called ${deed.section}`);
  const keys: readonly string[] = dimensionsOf(section);
  const facts = await stage.read((tx) => factsOf(tx, stage.organizationId, personId));
  const moments = facts.filter((fact) => keys.includes(fact.dimension)).map((fact) => fact.recordedAt);
  await stage.run(key, by, at, changeSocialFile, {
    ...{ personId, section, seen: moments.sort().at(-1) ?? "", from: toDay(at.slice(0, 10)), values: deed.values },
    ...(deed.mistake === undefined ? {} : { mistake: true, reason: deed.mistake }),
  });
}

/** Keeps a question that the team asks again and again. */
export async function keepQuestion(
  stage: Stage,
  { key, at, by }: Act,
  { name, description, question }: Of<"keepQuestion">,
): Promise<{ sheetId: Id<"sheet"> }> {
  const input = { sheetId: null, version: 0, name, description, shared: true, definition: questionText(question) };
  return stage.run(key, by, at, saveSheet, input);
}
