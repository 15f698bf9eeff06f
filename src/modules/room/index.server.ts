/** Front door of rooms: what a consultation, the demonstration and others open, read and play. */
export { boardOf } from "./board/board.store.ts";
export { mergeCards } from "./card/arrange-cards.command.ts";
export { addCard, supportCard } from "./card/write-card.command.ts";
export { enterAsGuest } from "./participant/enter-as-guest.command.ts";
export { joinRoom } from "./participant/join.command.ts";
export { answerPoll } from "./poll/answer-poll.command.ts";
export { closePoll, openPoll, preparePoll } from "./poll/run-poll.command.ts";
export { closeRoom } from "./room/close-room.command.ts";
export { openRoom } from "./room/open-room.command.ts";
export { findRoom, type ListedRoom, roomsOf } from "./room/room.store.ts";
