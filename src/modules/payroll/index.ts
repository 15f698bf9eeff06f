/** Front door of the pure things of payroll: the simulation, given a model. */
export { en } from "./payroll.en.ts";
export { fr } from "./payroll.fr.ts";
export type { PayCost } from "./simulation/pay-cost.ts";
export {
  checkPayParameters,
  DEFAULT_PAY_PARAMETERS,
  FULL_TIME,
  type PayContext,
  type PayContract,
  type PayParameters,
  type PayPerson,
  type PayRefusal,
} from "./simulation/pay-parameters.ts";
export { payParametersSchema } from "./simulation/pay-parameters-json.ts";
export type { ContributionLine, PayRun } from "./simulation/pay-run.ts";
export type { PayModel } from "./simulation/search-gross.ts";
export { type PaySimulation, type PayStep, payFromBudget, payFromNet, type Wish } from "./simulation/simulate-pay.ts";
export { type ContributionOn, type Turnover, turnoverFor } from "./simulation/turnover.ts";
