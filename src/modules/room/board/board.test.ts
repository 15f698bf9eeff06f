/** Ce qui mène d’un tableau au suivant suffit à l’obtenir, quels qu’ils soient. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Board, type BoardCard, cardsOf, changeBetween } from "./board.ts";

const EMPTY: Board = {
  ...{ id: "room" as Board["id"], revision: 1, title: "Une salle", question: "", kind: "contributions" },
  ...{ sorting: "arrival", closed: false, participants: 0, scenarios: [], lanes: [], cards: [], polls: [] },
};
const card = (rank: number, more: Partial<BoardCard> = {}): BoardCard => ({
  ...{
    id: `card-${rank}` as BoardCard["id"],
    laneId: "lane" as BoardCard["laneId"],
    body: "",
    supports: 0,
    gathered: [],
  },
  ...more,
});

/** Some of twelve cards, always in the order in which they came. */
const boards = fc
  .record({
    revision: fc.integer({ min: 1, max: 99 }),
    closed: fc.boolean(),
    participants: fc.nat(9),
    kept: fc.uniqueArray(fc.nat(11), { maxLength: 12 }),
    supports: fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
  })
  .map(
    ({ kept, supports, ...facts }): Board => ({
      ...EMPTY,
      ...facts,
      cards: kept.sort((one, other) => one - other).map((rank) => card(rank, { supports: supports[rank] ?? 0 })),
    }),
  );

describe("Un tableau", () => {
  it("s’obtient de n’importe quel autre par son changement", () => {
    fc.assert(
      fc.property(boards, boards, (before, after) => {
        const change = changeBetween(before, after);
        expect(change === null ? before : applyChange(before, change)).toEqual(after);
      }),
    );
  });

  it("ne change pas quand rien n’a changé, et ne redit que ce qui a changé", () => {
    const before = { ...EMPTY, cards: [card(1), card(2)] };
    expect(changeBetween(before, { ...before })).toBeNull();
    const after = { ...before, revision: 2, cards: [card(1), card(2, { supports: 1 })] };
    expect(changeBetween(before, after)).toEqual({
      set: { revision: 2 },
      cards: [{ card: card(2, { supports: 1 }), after: "card-1" }],
      gone: [],
    });
  });

  it("se range par arrivée, ou par soutiens puis par arrivée", () => {
    const cards = [card(1), card(2, { supports: 2 }), card(3, { supports: 2 })];
    const lane = "lane" as BoardCard["laneId"];
    const order = (sorting: Board["sorting"]) => cardsOf({ cards, sorting }, lane).map(({ id }) => id);
    expect(order("arrival")).toEqual(["card-1", "card-2", "card-3"]);
    expect(order("supports")).toEqual(["card-2", "card-3", "card-1"]);
  });
});
