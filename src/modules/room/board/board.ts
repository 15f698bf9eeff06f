/** What every screen of a room shows: the same for all. Pure; the server and the screens share it. */
import type { CardId } from "../card/card.ts";
import type { Counts, PollId, PollItemId, PollStatus } from "../poll/poll.ts";
import type { LaneId, LaneKind, RoomId, RoomKind, ScenarioId, Sorting } from "../room/room.ts";

export type BoardLane = {
  readonly id: LaneId;
  readonly scenarioId: ScenarioId | null;
  readonly kind: LaneKind;
  readonly title: string;
};
export type BoardCard = {
  readonly id: CardId;
  readonly laneId: LaneId;
  readonly body: string;
  /** Persons who support it or a card gathered under it, each once. */
  readonly supports: number;
  /** What the cards gathered under it say. */
  readonly gathered: readonly { readonly id: CardId; readonly body: string }[];
};
export type BoardPoll = {
  readonly id: PollId;
  readonly title: string;
  readonly status: Exclude<PollStatus, "ready">;
  readonly answered: number;
  /** Counts are null as long as nobody may read them. */
  readonly items: readonly { readonly id: PollItemId; readonly label: string; readonly counts: Counts | null }[];
};

export type Board = {
  readonly id: RoomId;
  /** 0 when it was read while something was done. */
  readonly revision: number;
  readonly title: string;
  readonly question: string;
  readonly kind: RoomKind;
  readonly sorting: Sorting;
  readonly closed: boolean;
  readonly participants: number;
  readonly scenarios: readonly { readonly id: ScenarioId; readonly title: string }[];
  readonly lanes: readonly BoardLane[];
  /** In the order in which they came; those that are read, and not those gathered under another. */
  readonly cards: readonly BoardCard[];
  readonly polls: readonly BoardPoll[];
};

/** What leads from one state of a board to the next. */
export type BoardChange = {
  readonly set: Partial<Omit<Board, "cards">>;
  /** New or changed ones, with their place: after which card, null for the first. */
  readonly cards: readonly { readonly card: BoardCard; readonly after: CardId | null }[];
  readonly gone: readonly CardId[];
};

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Null when both show the same. */
export function changeBetween(before: Board, after: Board): BoardChange | null {
  const { cards: _, ...facts } = after;
  const set = Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => !same(before[key as keyof Board], value)),
  ) as BoardChange["set"];
  const known = new Map(before.cards.map((card) => [card.id, card]));
  const kept = new Set(after.cards.map(({ id }) => id));
  const cards = after.cards.flatMap((card, rank) =>
    same(known.get(card.id), card) ? [] : [{ card, after: after.cards[rank - 1]?.id ?? null }],
  );
  const gone = before.cards.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  return Object.keys(set).length + cards.length + gone.length === 0 ? null : { set, cards, gone };
}

export function applyChange(board: Board, change: BoardChange): Board {
  const gone = new Set(change.gone);
  const cards = board.cards.filter(({ id }) => !gone.has(id));
  for (const { card, after } of change.cards) {
    const here = cards.findIndex(({ id }) => id === card.id);
    if (here >= 0) cards[here] = card;
    else cards.splice(after === null ? 0 : cards.findIndex(({ id }) => id === after) + 1, 0, card);
  }
  return { ...board, ...change.set, cards };
}

/** The cards of a column, as the room sorts them. */
export function cardsOf({ cards, sorting }: Pick<Board, "cards" | "sorting">, laneId: LaneId): readonly BoardCard[] {
  const own = cards.filter((card) => card.laneId === laneId);
  return sorting === "arrival" ? own : own.sort((one, other) => other.supports - one.supports);
}

/** The columns of a scenario, or those of the whole room. */
export const lanesOf = (board: Pick<Board, "lanes">, scenarioId: ScenarioId | null): readonly BoardLane[] =>
  board.lanes.filter((lane) => lane.scenarioId === scenarioId);
