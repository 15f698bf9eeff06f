import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { cancelAppointment } from "../appointment/end-appointment.command.ts";
import { bookSlot, closePermanence, openPermanence } from "./permanence.command.ts";

let tenant: TestTenant;
let karim: TestPerson;
let people: TestPerson[];
const WEEKLY = { town: "Quimper", place: "Mairie", day: "2026-12-01", weekly: "oui", untilDay: "2026-12-31" };
const HOURS = { starts: "09:00", ends: "11:00", slotMinutes: "60" };

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-27T09:00:00.000Z" });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  const activity = await tenant.activity();
  people = await Promise.all(Array.from({ length: 6 }, () => tenant.person({ activities: [activity] })));
});

function run<Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown) {
  return execute(tenant.host, who.caller, command, input);
}
async function open(changes: Record<string, unknown> = {}): Promise<string> {
  const answer = await run(karim, openPermanence, { ...WEEKLY, ...HOURS, ...changes });
  if ("refused" in answer) throw new Error(answer.code);
  return answer.permanenceId;
}
const book = (who: TestPerson, permanenceId: string, time = "09:00", day = "2026-12-08") =>
  run(who, bookSlot, { permanenceId, day, time });
const standing = async () =>
  (
    await tenant.run((tx) =>
      sql<{ n: number }>`select count(*)::int as n from accompaniment.appointment where status <> 'cancelled'`.execute(
        tx,
      ),
    )
  ).rows[0]?.n;

describe("Réserver un créneau", () => {
  it("six personnes au même instant : une seule l’a, les autres le savent", async () => {
    const permanenceId = await open();
    const answers = await Promise.all(people.map((who) => book(who, permanenceId)));
    expect(answers.filter((answer) => "appointmentId" in answer)).toHaveLength(1);
    expect(answers.filter((answer) => "refused" in answer).map((answer) => "refused" in answer && answer.code)).toEqual(
      Array(5).fill("permanence.taken"),
    );
    expect(await standing()).toBe(1);
  });

  it("même sans le verrou, la base refuse deux rendez-vous dans un créneau", async () => {
    const permanenceId = await open();
    await book(people[0] as TestPerson, permanenceId);
    const again = tenant.run((tx) =>
      sql`insert into accompaniment.appointment (organization_id, id, status, starts_at, minutes, mode, nature, subject,
          place, created_at, created_by, permanence_id)
        select organization_id, ${tenant.newId()}, status, starts_at, minutes, mode, nature, subject, place, created_at,
          created_by, permanence_id from accompaniment.appointment`.execute(tx),
    );
    await expect(again).rejects.toThrow(/appointment_of_slot/);
  });

  it("un créneau annulé se reprend ; deux permanences aux mêmes heures ne le prennent pas deux fois", async () => {
    const [samira, lou] = people as [TestPerson, TestPerson];
    const permanenceId = await open();
    const { appointmentId } = (await book(samira, permanenceId)) as { appointmentId: string };
    const other = await open({ town: "Brest", starts: "08:30", ends: "09:30" });
    expect(await book(lou, other, "08:30")).toMatchObject({ code: "permanence.taken" });
    await run(samira, cancelAppointment, { appointmentId, reason: "Malade" });
    expect(await book(lou, other, "08:30")).toHaveProperty("appointmentId");
    expect(await book(samira, permanenceId, "10:00")).toHaveProperty("appointmentId");
  });

  it("se refuse avec sa phrase", async () => {
    const [samira] = people as [TestPerson];
    const permanenceId = await open();
    expect(await book(samira, permanenceId, "09:15")).toMatchObject({ code: "permanence.noSlot" });
    expect(await book(samira, permanenceId, "09:00", "2026-12-09")).toMatchObject({ code: "permanence.noSlot" });
    expect(await book(karim, permanenceId)).toMatchObject({ code: "permanence.own" });
    expect(await run(samira, openPermanence, { ...WEEKLY, ...HOURS })).toMatchObject({ code: "permanence.notAllowed" });
    expect(await run(karim, openPermanence, { ...WEEKLY, ...HOURS, ends: "09:30" })).toMatchObject({ field: "ends" });
    expect(await run(karim, openPermanence, { ...WEEKLY, ...HOURS, untilDay: "2026-11-28" })).toMatchObject({
      code: "permanence.order",
    });
    expect(await run(karim, openPermanence, { ...WEEKLY, ...HOURS, weekly: "", day: "2026-11-26" })).toMatchObject({
      code: "permanence.past",
    });
    const lucie = await tenant.person({ roles: ["direction"] });
    expect(await run(lucie, closePermanence, { permanenceId })).toMatchObject({ code: "permanence.notAllowed" });
    expect(await run(karim, closePermanence, { permanenceId })).toEqual({ permanenceId });
    expect(await book(samira, permanenceId)).toMatchObject({ code: "permanence.missing" });
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person();
    const answer = await execute(elsewhere.host, stranger.caller, bookSlot, {
      permanenceId,
      day: "2026-12-08",
      time: "09:00",
    });
    expect(answer).toMatchObject({ code: "permanence.missing" });
  });
});
