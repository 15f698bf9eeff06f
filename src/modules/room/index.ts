/** Front door of rooms: pure words. */
export { type Board, type BoardCard, type BoardLane, type BoardPoll, cardsOf, lanesOf } from "./board/board.ts";
export { ANSWERS, type Answer, type Counts, type PollId, type PollResults } from "./poll/poll.ts";
export { type Room, type RoomId, type RoomSubject, spokenCode } from "./room/room.ts";
export { roomWords } from "./room-words.ts";
