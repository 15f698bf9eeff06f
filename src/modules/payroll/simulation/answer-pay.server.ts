/** A question about a pay and its answer: the pure simulation with the model of the person's context. */
import type { Month } from "#kernel/day.ts";
import { isRefusal } from "#kernel/refusal.ts";
import type { PayAnswer } from "./pay-answer.view.tsx";
import type { PayQuestion } from "./pay-form.ts";
import { payModel } from "./pay-model.server.ts";
import { type PayContract, type PayParameters, type PayRefusal, payProblem } from "./pay-parameters.ts";
import { type PaySimulation, payFromBudget, payFromNet } from "./simulate-pay.ts";
import type { ContributionOn } from "./turnover.ts";

export type PayContextOf = {
  readonly contract: PayContract;
  readonly month: Month;
  readonly parameters: PayParameters;
};

/** The simulation, or the sentence that says why there is none. */
export function answerPay(
  question: PayQuestion,
  context: PayContextOf,
  contributionOn: ContributionOn,
  sentence: (refusal: PayRefusal) => string,
): PayAnswer {
  const result = simulatePay(question, context, contributionOn);
  return isRefusal(result)
    ? { kind: "refused", sentence: sentence(result) }
    : { kind: "simulation", simulation: result };
}

/** Refuses what the simulation refuses; asks the model nothing before. */
function simulatePay(
  question: PayQuestion,
  { contract, month, parameters }: PayContextOf,
  contributionOn: ContributionOn,
): PaySimulation | PayRefusal {
  const { weeklyHours, taxRate, fixedPart } = question;
  const person = { contract, weeklyHours, taxRate, fixedPart };
  const problem = payProblem(person);
  if (problem !== null) return problem;
  const model = payModel({ month, parameters, weeklyHours });
  return question.way === "budget"
    ? payFromBudget(model, parameters, person, question.budget)
    : payFromNet(model, parameters, person, question.wish, { directCosts: question.directCosts, contributionOn });
}
