/** Front door of agreements of objectives: what the demonstration plays with. */
export { planJointAction, tellJointAction } from "./action/carry-action.command.ts";
export { amendConvention, beginConvention, signConvention } from "./convention/keep-convention.command.ts";
export { declareEffect, enterEffect } from "./effect/declare-effect.command.ts";
export { measureEffect } from "./effect/measure-effect.command.ts";
export { standingOf } from "./effect/measured.store.ts";
export { planTranche, receiveTranche } from "./funding/plan-funding.command.ts";
export { addIndicator, addObjective, changeTargets, recordResult } from "./target/set-target.command.ts";
