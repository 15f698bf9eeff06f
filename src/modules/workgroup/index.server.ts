/** Front door of working groups: the commands that the demonstration plays. */
export { addMember, formGroup } from "./group/keep-group.command.ts";
export { saveFunctions, sayCapacity, sayEncounter } from "./matrix/say-capacity.command.ts";
export { planSession, writeMinutes } from "./session/hold-session.command.ts";
export { publishTemplate, sayUptake } from "./template/adopt-template.command.ts";
export { logDecision, shareVersion } from "./work/record-work.command.ts";
