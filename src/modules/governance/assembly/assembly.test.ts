/** Une assemblée générale, de la convocation au procès-verbal, et ce qui se refuse en chemin. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { recordLeaving } from "../associate/decide.command.ts";
import { giveProxy, notePresent, signPresence } from "../attendance/attend.command.ts";
import { freshHouse, type House } from "../governance.fixture.ts";
import { minutesOf } from "../minutes/minutes.store.ts";
import { publishMinutes } from "../minutes/publish-minutes.command.ts";
import { motionsOf } from "../motion/motion.store.ts";
import type { MotionId } from "../motion/motion.ts";
import { castVote, openVote, recordBallot, settleVote } from "../motion/vote.command.ts";
import { addMotion, removeMotion } from "../motion/write-motion.command.ts";
import { saveArticles } from "../setup/save-articles.command.ts";
import { findAssembly } from "./assembly.store.ts";
import type { AssemblyId } from "./assembly.ts";
import { conveneAssembly } from "./convene.command.ts";
import { closeAssembly, openAssembly } from "./hold-assembly.command.ts";
import { cancelAssembly, prepareAssembly, updateAssembly } from "./prepare-assembly.command.ts";

type Member = Awaited<ReturnType<House["member"]>>;
const GIVEN = { title: "Assemblée annuelle", kind: "extraordinary", day: "2026-12-15", time: "18:00", place: "Brest" };
const DURING = "2026-12-15T16:30:00.000Z";

let house: House;
let [samira, ana, yann]: Member[] = [];
beforeEach(async () => {
  house = await freshHouse();
  [samira, ana, yann] = [await house.member(), await house.member(), await house.member()];
});
const who = (member: Member | undefined) => member as Member;
const motions = (id: AssemblyId) => house.tenant.run((tx) => motionsOf(tx, house.tenant.organizationId, id));
const act = <I, O>(command: Parameters<typeof house.run<I, O>>[1], input: unknown) =>
  house.run(house.chief, command, input);
const tried = <I, O>(command: Parameters<typeof house.tried<I, O>>[1], input: unknown) =>
  house.tried(house.chief, command, input);

async function prepared(ballot = "open"): Promise<{ assemblyId: AssemblyId; motionId: MotionId }> {
  const { assemblyId } = await act(prepareAssembly, GIVEN);
  await act(addMotion, { assemblyId, title: "Barème", body: "Passer à 10 %.", rule: "ordinary", ballot });
  const [motion] = await motions(assemblyId);
  return { assemblyId, motionId: motion?.id as MotionId };
}
async function opened(ballot = "open") {
  const made = await prepared(ballot);
  await act(conveneAssembly, { assemblyId: made.assemblyId });
  house.tenant.setNow(DURING);
  await act(openAssembly, { assemblyId: made.assemblyId });
  return made;
}
const arrive = (assemblyId: AssemblyId, ...members: (Member | undefined)[]) =>
  Promise.all(
    members.map((one) => act(notePresent, { assemblyId, associateId: who(one).associateId, present: "oui" })),
  );

describe("Une assemblée", () => {
  it("se convoque, s’émarge par téléphone, se vote avec un pouvoir, se clôt, et son procès-verbal dit ce qui s’est passé", async () => {
    const { assemblyId, motionId } = await prepared();
    expect(await act(conveneAssembly, { assemblyId })).toMatchObject({ called: 3 });
    const mails = await house.tenant.run((tx) =>
      sql<{ recipient: string; body: string }>`select recipient, body from platform.mail`.execute(tx),
    );
    expect([mails.rows.length, mails.rows[0]?.body.includes("Résolution 1 : Barème")]).toEqual([3, true]);
    const proxy = { assemblyId, giverId: who(yann).associateId, holderId: who(samira).associateId };
    await house.run(who(yann).person, giveProxy, proxy);
    house.tenant.setNow(DURING);
    await act(openAssembly, { assemblyId });
    const found = await house.tenant.run((tx) => findAssembly(tx, house.tenant.organizationId, assemblyId));
    const sign = (code: string) => house.tried(who(samira).person, signPresence, { assemblyId, code });
    expect(await sign("abcdefghjk")).toMatchObject({ code: "presence.code" });
    expect(await sign(found?.roomCode ?? "")).toHaveProperty("assemblyId");
    await arrive(assemblyId, ana);
    await act(openVote, { motionId });
    const vote = (by: Member | undefined, of: Member | undefined, choice: string) =>
      house.tried(who(by).person, castVote, { motionId, associateId: who(of).associateId, choice });
    expect(await vote(samira, samira, "for")).toHaveProperty("assemblyId");
    expect(await vote(samira, yann, "against")).toHaveProperty("assemblyId");
    // Changer d’avis avant la clôture : le dernier vote compte, les deux restent.
    expect(await vote(samira, yann, "for")).toHaveProperty("assemblyId");
    expect(await vote(ana, ana, "against")).toHaveProperty("assemblyId");
    expect(await vote(ana, yann, "for")).toMatchObject({ code: "governance.notAllowed" });
    await act(settleVote, { motionId });
    // SARL, première convocation : 2 voix sur les 3 associés, plus de la moitié.
    expect((await motions(assemblyId))[0]).toMatchObject({
      status: "settled",
      result: { adopted: true, votesFor: 2, votesAgainst: 1, share: { numerator: 2n, denominator: 3n } },
    });
    expect(await vote(ana, ana, "for")).toMatchObject({ code: "vote.closed" });
    await act(closeAssembly, { assemblyId, chair: "Hélène", secretary: "Karim" });
    await act(publishMinutes, { assemblyId });
    const [minutes] = await house.tenant.run((tx) => minutesOf(tx, house.tenant.organizationId, assemblyId));
    for (const words of [
      "Présents (2)",
      "Représentés (1)",
      "Pour : 2. Contre : 1",
      "66,66 %",
      "La résolution est adoptée.",
    ]) {
      expect(minutes?.body).toContain(words);
    }
    expect(await tried(publishMinutes, { assemblyId })).toMatchObject({ code: "minutes.same" });
    for (const table of [
      "vote",
      "proxy",
      "assembly_presence",
      "motion_result",
      "assembly_minutes",
      "voter",
      "convocation",
    ]) {
      const erase = house.tenant.run((tx) => sql`delete from ${sql.table(`governance.${table}`)}`.execute(tx));
      await expect(erase, table).rejects.toThrow();
    }
    const reopen = house.tenant.run((tx) => sql`update governance.assembly set status = 'open'`.execute(tx));
    await expect(reopen).rejects.toThrow();
  });

  it("ne se convoque ni trop tard, ni sans résolution ; convoquée, elle ne change plus", async () => {
    const { assemblyId, motionId } = await prepared();
    const soon = await act(prepareAssembly, { ...GIVEN, day: "2026-12-11" });
    expect(await tried(conveneAssembly, soon)).toMatchObject({ code: "assembly.noMotion" });
    await act(addMotion, { ...soon, title: "Budget", body: "Adopter.", rule: "ordinary", ballot: "open" });
    expect(await tried(conveneAssembly, soon)).toMatchObject({
      code: "assembly.tooSoon",
      facts: { day: { day: "2026-12-12" } },
    });
    await act(updateAssembly, { ...GIVEN, ...soon, version: 1, day: "2026-12-12" });
    expect(await tried(updateAssembly, { ...GIVEN, ...soon, version: 1 })).toMatchObject({ code: "assembly.changed" });
    expect(await tried(conveneAssembly, soon)).toMatchObject({ called: 3 });
    expect(await tried(openAssembly, { assemblyId })).toMatchObject({ code: "assembly.notNow" });
    await act(conveneAssembly, { assemblyId });
    expect(await tried(removeMotion, { motionId })).toMatchObject({ code: "assembly.called" });
    expect(await tried(openAssembly, { assemblyId })).toMatchObject({ code: "assembly.early" });
    expect(await tried(prepareAssembly, { ...GIVEN, place: "" })).toMatchObject({
      code: "assembly.nowhere",
      field: "place",
    });
    expect(await tried(prepareAssembly, { ...GIVEN, day: "2026-11-26" })).toMatchObject({ code: "assembly.past" });
    expect(await tried(prepareAssembly, { ...GIVEN, link: "http://x" })).toMatchObject({ code: "assembly.link" });
    await act(cancelAssembly, { assemblyId });
    expect(await tried(cancelAssembly, { assemblyId })).toMatchObject({ code: "assembly.notNow" });
    expect(await house.tried(who(ana).person, prepareAssembly, GIVEN)).toMatchObject({ code: "governance.notAllowed" });
  });

  it("les pouvoirs ont une limite, ne se transmettent pas, et ne valent que si celui qui les tient est là", async () => {
    const fourth = await house.member();
    const { assemblyId, motionId } = await opened();
    const give = (giver: Member | undefined, holder: Member | undefined) =>
      tried(giveProxy, { assemblyId, giverId: who(giver).associateId, holderId: who(holder).associateId });
    expect(await give(ana, ana)).toMatchObject({ code: "proxy.oneself" });
    expect(await give(ana, samira)).toHaveProperty("assemblyId");
    expect(await give(yann, ana)).toMatchObject({ code: "proxy.holderGave" });
    expect(await give(yann, samira)).toHaveProperty("assemblyId");
    expect(await give(fourth, samira)).toMatchObject({ code: "proxy.tooMany", facts: { most: "2" } });
    expect(await give(samira, fourth)).toMatchObject({ code: "proxy.giverHolds" });
    expect(await tried(openVote, { motionId })).toMatchObject({ code: "motion.noQuorum", facts: { here: "0" } });
    await arrive(assemblyId, samira);
    await act(openVote, { motionId });
    const cast = (of: Member) => tried(castVote, { motionId, associateId: of.associateId, choice: "for" });
    expect(await cast(who(ana))).toHaveProperty("assemblyId");
    expect(await cast(fourth)).toMatchObject({ code: "vote.absent" });
    await act(notePresent, { assemblyId, associateId: who(samira).associateId });
    expect(await cast(who(ana))).toMatchObject({ code: "vote.absent" });
    expect(await tried(closeAssembly, { assemblyId, chair: "A", secretary: "B" })).toMatchObject({
      code: "assembly.voting",
    });
  });

  it("sans quorum aucun vote ne s’ouvre ; avec lui, un seul à la fois", async () => {
    const rest = [await house.member(), await house.member()];
    const { assemblyId } = await act(prepareAssembly, GIVEN);
    await act(addMotion, { assemblyId, title: "Statuts", body: "Adopter.", rule: "extraordinary", ballot: "open" });
    await act(addMotion, { assemblyId, title: "Budget", body: "Adopter.", rule: "ordinary", ballot: "open" });
    await act(conveneAssembly, { assemblyId });
    const [motion, budget] = await motions(assemblyId);
    house.tenant.setNow(DURING);
    await act(openAssembly, { assemblyId });
    await arrive(assemblyId, samira);
    // Un quart de 5 associés : il en faut 2.
    const facts = { here: "1", needed: "2" };
    expect(await tried(openVote, { motionId: motion?.id })).toMatchObject({ code: "motion.noQuorum", facts });
    await arrive(assemblyId, rest[0]);
    await act(openVote, { motionId: motion?.id });
    expect(await tried(settleVote, { motionId: motion?.id })).toMatchObject({ code: "motion.noVote" });
    // Un seul vote à la fois : celui que les téléphones montrent.
    expect(await tried(openVote, { motionId: budget?.id })).toMatchObject({ code: "assembly.voting" });
    await act(castVote, { motionId: motion?.id, associateId: who(samira).associateId, choice: "for" });
    await act(settleVote, { motionId: motion?.id });
    await act(closeAssembly, { assemblyId, chair: "Hélène", secretary: "Karim" });
  });

  it("tenue sans quorum, elle le dit ; celui qui est parti avant la fin reste parmi les présents, avec son heure", async () => {
    const [fourth, fifth] = [await house.member(), await house.member()];
    const { assemblyId, motionId } = await opened();
    const body = async () => {
      await act(closeAssembly, { assemblyId, chair: "Hélène", secretary: "Karim" });
      await act(publishMinutes, { assemblyId });
      const [minutes] = await house.tenant.run((tx) => minutesOf(tx, house.tenant.organizationId, assemblyId));
      return minutes?.body ?? "";
    };
    expect(await tried(publishMinutes, { assemblyId })).toMatchObject({ code: "minutes.notClosed" });
    await arrive(assemblyId, samira, ana);
    house.tenant.setNow("2026-12-15T17:10:00.000Z");
    await act(notePresent, { assemblyId, associateId: who(ana).associateId });
    house.tenant.setNow("2026-12-15T17:12:00.000Z");
    await arrive(assemblyId, fourth, fifth);
    const said = await body();
    for (const words of [
      "Présents (4)",
      "Partis avant la fin : Samira Roux à 18 h 10.",
      "Présents ou représentés : 3 associés sur 5.",
      "Cette résolution n’a pas été mise aux voix.",
      "La séance est levée à 18 h 12.",
    ]) {
      expect(said.replaceAll("\u00a0", " ")).toContain(words);
    }
    expect(said).not.toContain("étant épuisé");
    // Elle est close : rien ne s’y ajoute plus, la base le garantit aussi.
    expect(await tried(openVote, { motionId })).toMatchObject({ code: "assembly.notOpen" });
    const presence = { assemblyId, associateId: who(yann).associateId, present: "oui" };
    expect(await tried(notePresent, presence)).toMatchObject({ code: "assembly.notOpen" });
    const proxy = { assemblyId, giverId: who(yann).associateId, holderId: who(samira).associateId };
    expect(await tried(giveProxy, proxy)).toMatchObject({ code: "proxy.notNow" });
    const { organizationId } = house.tenant;
    const [yannId, chiefId] = [who(yann).associateId, house.chief.personId];
    for (const statement of [
      sql`insert into governance.assembly_presence values (${organizationId}, ${assemblyId}, ${yannId}, 9, true, 'list', now(), ${chiefId})`,
      sql`insert into governance.proxy values (${organizationId}, ${assemblyId}, ${yannId}, 9, null, now(), ${chiefId})`,
      sql`insert into governance.motion values (${organizationId}, ${house.tenant.newId()}, ${assemblyId}, 9, 'x', 'x', 'ordinary', 'open', 'written')`,
      sql`insert into governance.motion_result values (${organizationId}, ${motionId}, true, 1, 0, 0, 1, 1, '[]', '', now(), ${chiefId})`,
    ]) {
      await expect(house.tenant.run((tx) => statement.execute(tx))).rejects.toThrow(/assembly|session/);
    }
  });

  it("qui part entre la convocation et la séance ne vote plus, ni ne tient de pouvoir ; annulée, les convoqués l’apprennent", async () => {
    const { assemblyId, motionId } = await prepared();
    await act(conveneAssembly, { assemblyId });
    const proxy = { assemblyId, giverId: who(yann).associateId, holderId: who(ana).associateId };
    await act(giveProxy, proxy);
    const leaving = { associateId: who(ana).associateId, kind: "leave", effectOn: "2026-11-27" };
    await act(recordLeaving, leaving);
    expect(await tried(giveProxy, { ...proxy, giverId: who(samira).associateId })).toMatchObject({
      code: "proxy.notMember",
    });
    house.tenant.setNow(DURING);
    await act(openAssembly, { assemblyId });
    await arrive(assemblyId, samira);
    const absent = { assemblyId, associateId: who(ana).associateId, present: "oui" };
    expect(await tried(notePresent, absent)).toMatchObject({ code: "vote.notVoter" });
    await act(openVote, { motionId });
    const cast = (of: Member | undefined) =>
      tried(castVote, { motionId, associateId: who(of).associateId, choice: "for" });
    expect(await cast(ana)).toMatchObject({ code: "vote.notVoter" });
    expect(await cast(yann)).toMatchObject({ code: "vote.absent" });
    house.tenant.setNow("2026-11-27T10:00:00.000Z");
    const other = await prepared();
    await act(conveneAssembly, { assemblyId: other.assemblyId });
    await act(recordLeaving, { ...leaving, associateId: who(yann).associateId });
    await act(cancelAssembly, { assemblyId: other.assemblyId });
    const told = await house.tenant.run((tx) =>
      sql<{
        person: string;
        topic: string;
        mailed: boolean;
      }>`select person_id as person, topic, mailed_at is not null as mailed
        from notification.notice where subject_id = ${other.assemblyId}`.execute(tx),
    );
    const of = (topic: string) => told.rows.filter((one) => one.topic.endsWith(topic));
    expect(
      of("cancelled")
        .map(({ person }) => person)
        .sort(),
    ).toEqual([who(samira).person.personId, who(yann).person.personId].sort());
    // The convocation is a mail of its own: its notice asks for no second one.
    expect(of("convened").map(({ mailed }) => mailed)).toEqual([true, true]);
  });

  it("un scrutin secret se tient sur papier : jamais un vote ici, son résultat et qui a dépouillé", async () => {
    const { assemblyId, motionId } = await opened("secret");
    await arrive(assemblyId, samira, ana, yann);
    expect(await tried(openVote, { motionId })).toMatchObject({ code: "motion.secret" });
    const ballot = { motionId, votesFor: "2", votesAgainst: "1", votesAbstain: "0", countedBy: "Ana et Yann" };
    expect(await tried(recordBallot, { ...ballot, votesAbstain: "1" })).toMatchObject({ code: "motion.tooManyPapers" });
    expect(await tried(recordBallot, { ...ballot, countedBy: "" })).toMatchObject({
      fields: { countedBy: "field.required" },
    });
    expect(await tried(recordBallot, { ...ballot, votesFor: "" })).toMatchObject({
      fields: { votesFor: "field.wholeNumber" },
    });
    const none = { ...ballot, votesFor: "0", votesAgainst: "0" };
    expect(await tried(recordBallot, none)).toMatchObject({ code: "motion.noVote", field: "votesFor" });
    await act(recordBallot, ballot);
    expect((await motions(assemblyId))[0]?.result).toMatchObject({ adopted: true, countedBy: "Ana et Yann" });
    expect(await tried(recordBallot, ballot)).toMatchObject({ code: "motion.notNow" });
  });

  it("chaque refus a sa phrase : ce qui n’existe pas, ce qui n’est pas de cette sorte, un registre vide", async () => {
    const { assemblyId, motionId } = await opened();
    const [unknown, none] = [house.tenant.newId<"assembly">(), house.tenant.newId<"motion">()];
    // Of an assembly that is prepared, associates learn nothing.
    const hidden = await act(prepareAssembly, { ...GIVEN, day: "2027-02-15" });
    const signing = { ...hidden, code: "abcdefghjk" };
    expect(await house.tried(who(ana).person, signPresence, signing)).toMatchObject({ code: "assembly.missing" });
    const mine = { ...hidden, giverId: who(ana).associateId, holderId: who(yann).associateId };
    expect(await house.tried(who(ana).person, giveProxy, mine)).toMatchObject({ code: "assembly.missing" });
    expect(await tried(giveProxy, mine)).toMatchObject({ code: "proxy.notNow" });
    for (const command of [conveneAssembly, openAssembly, cancelAssembly]) {
      expect(await tried(command, { assemblyId: unknown })).toMatchObject({ code: "assembly.missing" });
    }
    for (const command of [openVote, settleVote, removeMotion]) {
      expect(await tried(command, { motionId: none })).toMatchObject({ code: "motion.missing" });
    }
    await arrive(assemblyId, samira, ana, yann);
    const papers = { motionId, votesFor: "2", votesAgainst: "1", votesAbstain: "0", countedBy: "Ana" };
    expect(await tried(recordBallot, papers)).toMatchObject({ code: "motion.isOpen" });
    const draft = await act(prepareAssembly, { ...GIVEN, day: "2027-01-15", kind: "ordinary" });
    const motion = { ...draft, title: "Statuts", body: "Adopter.", rule: "extraordinary", ballot: "open" };
    expect(await tried(addMotion, motion)).toMatchObject({ code: "motion.rule", field: "rule" });
    const empty = await freshHouse();
    const lonely = await empty.run(empty.chief, prepareAssembly, GIVEN);
    await empty.run(empty.chief, addMotion, { ...motion, ...lonely });
    expect(await empty.tried(empty.chief, conveneAssembly, lonely)).toMatchObject({ code: "assembly.nobody" });
  });

  it("pondérée par collège, et gardée sous les statuts de sa convocation", async () => {
    // Une coopérative de la loi de 1947, qui n’est ni une SCOP ni une SCIC.
    await house.tenant.run((tx) => sql`update membership.organization set legal_form = 'Coopérative SARL'`.execute(tx));
    const rule = { quorum: "0/1", base: "cast" };
    const articles = {
      ...{
        version: "0",
        shareValue: "20",
        minimumCapital: "30",
        refundYears: "5",
        admittedBy: "assembly",
        weighted: "oui",
      },
      ...{ convocationDays: "15", proxiesMost: "2", quorumScope: "whole" },
      majority: { ordinary: "1/2", extraordinary: "2/3" },
      rule: { ordinary1: rule, ordinary2: rule, extraordinary1: rule, extraordinary2: rule },
      college: { 1: { name: "Salariés", weight: "40" }, 2: { name: "Usagers", weight: "60" } },
    };
    expect(await tried(saveArticles, { ...articles, college: { 1: articles.college[1] } })).toMatchObject({
      code: "articles.weights",
    });
    await act(saveArticles, articles);
    expect(await tried(saveArticles, articles)).toMatchObject({ code: "articles.changed" });
    expect(await tried(saveArticles, { ...articles, version: "1", proxiesMost: "", refundYears: "" })).toMatchObject({
      fields: { proxiesMost: "field.wholeNumber", refundYears: "field.wholeNumber" },
    });
    const without = { ...articles, version: "1", weighted: "", college: { 2: articles.college[2] } };
    expect(await tried(saveArticles, without)).toMatchObject({ code: "articles.collegeUsed" });
    // Un scrutin secret ne se compterait pas : cela se dit avant la convocation, pas devant une salle pleine.
    const draft = await act(prepareAssembly, GIVEN);
    const secret = { ...draft, title: "Élection", body: "Élire.", rule: "ordinary", ballot: "secret" };
    expect(await tried(addMotion, secret)).toMatchObject({ code: "motion.secretWeighted", field: "ballot" });
    const user = await house.member(2);
    const { assemblyId, motionId } = await opened();
    await act(saveArticles, { ...articles, version: "1", weighted: "" });
    await arrive(assemblyId, samira, ana, yann, user);
    await act(openVote, { motionId });
    for (const member of [samira, ana, yann]) {
      await act(castVote, { motionId, associateId: who(member).associateId, choice: "for" });
    }
    await act(castVote, { motionId, associateId: user.associateId, choice: "against" });
    await act(settleVote, { motionId });
    // Trois voix contre une, mais 40 contre 60.
    expect((await motions(assemblyId))[0]?.result).toMatchObject({
      adopted: false,
      share: { numerator: 2n, denominator: 5n },
    });
  });
});
