import type { Translation } from "#kernel/language.ts";
import type { fr } from "./simulation.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Simulate a scale",
  help: "What this scale would have asked over the last twelve whole months, beside today’s rule. Nothing is recorded.",
  back: "Contribution",
  period: "From {from} to {until}",
  result: "Result",
  current: "Today’s rule",
  proposed: "This scale",
  difference: "Difference",
  losesOne: "{count} activity would pay more",
  losesMany: "{count} activities would pay more",
  gainsOne: "{count} activity would pay less",
  gainsMany: "{count} activities would pay less",
  sameOne: "{count} activity would pay the same",
  sameMany: "{count} activities would pay the same",
  table: "Activity by activity",
  activity: "Activity",
  effect: "Effect",
  all: "All activities",
  none: "No activity was open in these twelve months.",
  chart: "Contribution of all activities, month by month",
  simulated: "Simulated scale",
  submit: "Simulate",
  change: "Change the scale",
  adopt: "Adopt this scale",
};
