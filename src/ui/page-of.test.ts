import { expect, it } from "vitest";
import { pageAsked, pageOf, pageWithin } from "./page-of.ts";

it("une adresse mal écrite demande la première page, une page trop loin est la dernière", () => {
  expect(["", "?page=2", "?page=0", "?page=-3", "?page=1.5", "?page=x", "?q=a&page=7"].map(pageAsked)).toEqual([
    1, 2, 1, 1, 1, 1, 7,
  ]);
  expect(pageOf(["a", "b", "c"], 2, 2)).toEqual({ rows: ["c"], page: 2, pageCount: 2 });
  expect(pageOf(["a", "b", "c"], 99, 2)).toEqual({ rows: ["c"], page: 2, pageCount: 2 });
  expect(pageOf([], 4, 2)).toEqual({ rows: [], page: 1, pageCount: 1 });
  expect(pageWithin(101, 9, 50)).toEqual({ page: 3, pageCount: 3, offset: 100 });
  expect(pageWithin(0, 2, 50)).toEqual({ page: 1, pageCount: 1, offset: 0 });
});
