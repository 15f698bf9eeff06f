/** The ranking of a form: "ranks.0.axisId", "ranks.0.rank", "ranks.0.note"… as the command reads it. */
import { MOST_AXES } from "../consultation/consultation.ts";

export function ranksOf(input: Readonly<Record<string, string>>) {
  return Array.from({ length: MOST_AXES }, (_, index) => `ranks.${index}`)
    .filter((name) => `${name}.axisId` in input)
    .map((name) => ({
      axisId: input[`${name}.axisId`] ?? "",
      rank: input[`${name}.rank`] ?? "",
      note: input[`${name}.note`] ?? "",
    }));
}
