/** Front door of the label: what the rest of the house may do with it. */
export { askAction, checkAction, finishAction, nameAssessor, recordFindings } from "./audit/assess.command.ts";
export { decideLabelling } from "./decision/decide.command.ts";
export { giveEvidence } from "./evidence/give-evidence.command.ts";
export { certificatesOn } from "./labelling/labelling.store.ts";
export { answerCriteria, registerStructure, submitLabelling } from "./labelling/run-labelling.command.ts";
export { importCriteria, publishEdition, startReferential } from "./referential/keep-referential.command.ts";
export { criteriaOf } from "./referential/referential.store.ts";
