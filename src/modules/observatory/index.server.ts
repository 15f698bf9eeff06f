/** Front door of the observatory: the door of signed documents, and the acts that others play. */
export { acceptAdhesion } from "./adhesion/accept-adhesion.command.ts";
export { inviteStructure } from "./adhesion/invite-structure.command.ts";
export { answerMachine } from "./adhesion/machine-door.server.ts";
export { receiveObservation } from "./adhesion/receive-observation.command.ts";
export { openConnection, prepareConnection } from "./connection/connect.command.ts";
export { isAwaitingAnswer } from "./connection/connection.store.ts";
export { reachNetwork } from "./connection/reach-network.server.ts";
export { FIGURES_SIGNED, sendFigures } from "./connection/send-figures.command.ts";
export { seatedFor } from "./figure/compare.store.ts";
export { type ToldDocument, toldDocuments } from "./figure/told.store.ts";
export { newKeyPair, signText } from "./observation/signature.server.ts";
export { publishFigures } from "./release/publish-figures.command.ts";
