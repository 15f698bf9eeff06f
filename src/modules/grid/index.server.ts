/** Front door of cooperation grids: what the rest of the house may do with them. */
export { importIndicators, publishModel, startModel } from "./model/keep-model.command.ts";
export { indicatorsOf } from "./model/model.store.ts";
export { finishPlanAction, planAction, startProject } from "./project/lead-project.command.ts";
export { agreeValue, finishRating, rateIndicators, sayRemark } from "./rating/rate.command.ts";
export { closeRound, openComparison, openRound } from "./round/run-round.command.ts";
