/** Front door of joint bids: the commands that other parts play. */
export { partsOfBid } from "./bid/bid.store.ts";
export { moveBid } from "./bid/move-bid.command.ts";
export { openBid } from "./bid/write-bid.command.ts";
export { addNote } from "./note/add-note.command.ts";
export { answerPart, invitePart } from "./part/share-part.command.ts";
