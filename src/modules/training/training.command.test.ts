/** Une formation proposée aux autres structures : des dates, des places, un coût partagé. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Command, InvalidInput } from "#platform/command.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import type { CourseId } from "./course/course.ts";
import { describeCourse, proposeCourse, withdrawCourse } from "./course/keep-course.command.ts";
import { bookSeats } from "./run/book-seats.command.ts";
import { cancelRun, planRun, settleRun } from "./run/keep-run.command.ts";
import { bookingsOf, settledShares } from "./run/run.store.ts";
import type { RunId } from "./run/run.ts";

let network: TestTenant;
let lea: TestPerson;
let paul: TestPerson;
let ines: TestPerson;
let etabli: StructureId;
let varlope: StructureId;
let metropole: StructureId;

const { as, done } = playing(() => network);
async function refused<I, O>(who: TestPerson, command: Command<I, O>, input: unknown) {
  const result = await as(who, command, input);
  if (!isRefusal(result)) return "done";
  return "fields" in result ? Object.values((result as InvalidInput).fields)[0] : result.code;
}

beforeEach(async () => {
  network = await freshTenant({ now: "2027-02-01T09:00:00.000Z", house: "network" });
  const team = await network.person({ roles: ["facilitator"] });
  [lea, paul, ines] = [await network.person(), await network.person(), await network.person()];
  const add = async (name: string) =>
    (await done(team, addStructure, { kind: "cae", name, postalCode: "29200", city: "Brest" })).structureId;
  [etabli, varlope, metropole] = [await add("Ancre"), await add("Boussole"), await add("Cordage")];
  for (const [who, structureId] of [
    [lea, etabli],
    [paul, varlope],
    [ines, metropole],
  ] as const) {
    await done(team, giveSeat, { personId: who.personId, structureId, startsOn: "2026-01-01" });
  }
});

const COURSE = { title: "Répondre à un marché", programme: "Lire, chiffrer.", trainer: "Sacha Lenoir", hours: "14" };
const DAYS = { startsOn: "2027-03-03", endsOn: "2027-03-04", seats: "6", cost: "1000", split: "seats" };
const proposed = async () => (await done(lea, proposeCourse, { structureId: etabli, ...COURSE })).courseId;
const planned = async (courseId: CourseId) => (await done(lea, planRun, { courseId, ...DAYS })).runId;
const seatsIn = async (runId: RunId) => {
  const booked = await network.run((tx) => bookingsOf(tx, network.organizationId, [runId]));
  return (booked.get(runId) ?? []).map(({ structureName, seats }) => [structureName, seats]);
};

describe("Une formation partagée", () => {
  it("se propose pour sa structure, et se tient par elle seule", async () => {
    expect(await refused(paul, proposeCourse, { structureId: etabli, ...COURSE })).toBe("network.notSeated");
    expect(await refused(lea, proposeCourse, { structureId: etabli, ...COURSE, hours: "deux" })).toBe("training.hours");
    const courseId = await proposed();
    const again = { courseId, ...COURSE, title: "Répondre à deux", version: 1 };
    expect(await refused(paul, describeCourse, again)).toBe("network.notSeated");
    await done(lea, describeCourse, again);
    expect(await refused(lea, describeCourse, again)).toBe("training.changed");
    expect(await refused(lea, describeCourse, { ...again, courseId: network.newId() })).toBe("training.missing");
    expect(await refused(paul, planRun, { courseId, ...DAYS })).toBe("network.notSeated");
    expect(await refused(lea, planRun, { courseId, ...DAYS, startsOn: "2027-01-31" })).toBe("training.past");
    expect(await refused(lea, planRun, { courseId, ...DAYS, endsOn: "2027-03-02" })).toBe("training.endsBefore");
    expect(await refused(lea, planRun, { courseId, ...DAYS, cost: "mille" })).toBe("training.cost");
    expect(await refused(lea, planRun, { courseId, ...DAYS, cost: " " })).toBe("field.required");
    const runId = await planned(courseId);
    expect(await refused(lea, withdrawCourse, { courseId })).toBe("training.openRuns");
    expect(await refused(paul, cancelRun, { runId, reason: "Non" })).toBe("network.notSeated");
    await done(lea, cancelRun, { runId, reason: "La salle est prise." });
    expect(await refused(lea, cancelRun, { runId, reason: "Encore" })).toBe("training.cancelled");
    expect(await refused(paul, bookSeats, { runId, structureId: varlope, seats: "1" })).toBe("training.cancelled");
    await done(lea, withdrawCourse, { courseId });
    expect(await refused(lea, withdrawCourse, { courseId })).toBe("training.withdrawn");
    expect(await refused(lea, planRun, { courseId, ...DAYS })).toBe("training.withdrawn");
    expect(await refused(lea, describeCourse, { ...again, version: 2 })).toBe("training.withdrawn");
  });

  it("chaque structure réserve ses places, jamais plus qu’il n’y en a, jusqu’à la veille", async () => {
    const runId = await planned(await proposed());
    const book = (who: TestPerson, structureId: StructureId, seats: string) =>
      refused(who, bookSeats, { runId, structureId, seats });
    expect(await book(paul, etabli, "1")).toBe("network.notSeated");
    expect(await book(lea, etabli, "3")).toBe("done");
    expect(await book(paul, varlope, "4")).toBe("training.full");
    // Two at once for the three that are left: one of them waits, then is told.
    expect((await Promise.all([book(paul, varlope, "2"), book(ines, metropole, "2")])).sort()).toEqual([
      ...["done", "training.full"],
    ]);
    await book(paul, varlope, "0");
    await book(ines, metropole, "0");
    expect(await book(paul, varlope, "2")).toBe("done");
    expect(await book(ines, metropole, "1")).toBe("done");
    expect(await seatsIn(runId)).toEqual([
      ["Ancre", 3],
      ["Boussole", 2],
      ["Cordage", 1],
    ]);
    const cheat = network.run((tx) =>
      sql`insert into training.booking (organization_id, id, run_id, structure_id, number, seats, said_at, said_by)
        values (${network.organizationId}, ${network.newId()}, ${runId}, ${metropole}, 9, 2, now(), ${ines.personId})`.execute(
        tx,
      ),
    );
    await expect(cheat).rejects.toThrow("more seats are booked than there are");
    network.setNow("2027-03-02T20:00:00.000Z" as never);
    expect(await book(paul, varlope, "1")).toBe("done");
    network.setNow("2027-03-03T08:00:00.000Z" as never);
    expect(await book(paul, varlope, "0")).toBe("training.begun");
  });

  it("son coût réel se répartit une fois, au centime, et ne change plus", async () => {
    const courseId = await proposed();
    const runId = await planned(courseId);
    for (const [who, structureId, seats] of [
      [lea, etabli, "3"],
      [paul, varlope, "2"],
      [ines, metropole, "1"],
    ] as const) {
      await done(who, bookSeats, { runId, structureId, seats });
    }
    expect(await refused(lea, settleRun, { runId, cost: "1000" })).toBe("training.notBegun");
    network.setNow("2027-03-05T08:00:00.000Z" as never);
    expect(await refused(paul, settleRun, { runId, cost: "1000" })).toBe("network.notSeated");
    expect(await refused(lea, settleRun, { runId, cost: "" })).toBe("field.required");
    await done(lea, settleRun, { runId, cost: "950" });
    const shares = await network.run((tx) => settledShares(tx, network.organizationId, runId));
    // 950 € over six seats: 475, 316.67 and 158.33.
    expect(shares.map(({ structureName, seats, amount }) => [structureName, seats, amount])).toEqual([
      ["Ancre", 3, 47_500n],
      ["Boussole", 2, 31_667n],
      ["Cordage", 1, 15_833n],
    ]);
    expect(await refused(lea, settleRun, { runId, cost: "900" })).toBe("training.settled");
    for (const [statement, why] of [
      [sql`update training.run set cost = 1 where id = ${runId}`, "does not change"],
      [sql`update training.share set amount = 0 where run_id = ${runId}`, ""],
      [
        sql`insert into training.share (organization_id, run_id, structure_id, seats, amount)
          values (${network.organizationId}, ${runId}, ${network.newId()}, 1, 5)`,
        "settled once",
      ],
    ] as const) {
      await expect(network.run((tx) => statement.execute(tx))).rejects.toThrow(why);
    }
    await done(lea, withdrawCourse, { courseId });
  });

  it("sans personne, rien ne se répartit ; des parts qui ne font pas le coût sont refusées par la base", async () => {
    const runId = await planned(await proposed());
    network.setNow("2027-03-05T08:00:00.000Z" as never);
    expect(await refused(lea, settleRun, { runId, cost: "10" })).toBe("training.nobody");
    const cheat = network.run((tx) => sql`update training.run set settled_at = now() where id = ${runId}`.execute(tx));
    await expect(cheat).rejects.toThrow("the shares of a run make its cost");
    await done(lea, settleRun, { runId, cost: "0" });
  });
});
