import { z } from "zod";
import { dayIn } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import { fill } from "#kernel/language.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { contactsOf, organizationProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { membersOn } from "../associate/register.store.ts";
import { enclosuresOf } from "../enclosure/enclosure.store.ts";
import { mayGovern } from "../governance.policy.ts";
import { motionsOf } from "../motion/motion.store.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { findArticles } from "../setup/articles.store.ts";
import { ASSEMBLY_CONVENED } from "../topics.ts";
import { type AssemblyRefusalCode, fr } from "./assembly.fr.ts";
import { findAssembly, insertConvocations, moveAssembly } from "./assembly.store.ts";
import { type AssemblyId, assemblyTransitions, earliestDay } from "./assembly.ts";
import { convocationBody } from "./convocation-mail.ts";
import { tellAssembly } from "./tell-assembly.store.ts";

type Called = { readonly assemblyId: AssemblyId; readonly called: number };

/** Calls every associate, by mail and by notice, under the articles of today. From then on its agenda stays. */
export const conveneAssembly = defineCommand({
  name: "governance.assembly.convene",
  input: z.object({ assemblyId: idText<"assembly">() }),
  async run(context, { assemblyId }): Promise<Called | Refusal<AssemblyRefusalCode | ArticlesRefusalCode>> {
    const { tx, organizationId, actor, today, now } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (next(assemblyTransitions, assembly.status, "convene") === null) return refuse("conflict", "assembly.notNow");
    const motions = await motionsOf(tx, organizationId, assemblyId);
    if (motions.length === 0) return refuse("conflict", "assembly.noMotion");
    const members = await membersOn(tx, organizationId, today);
    if (members.length === 0) return refuse("conflict", "assembly.nobody");
    const articles = await findArticles(tx, organizationId);
    // What cannot be counted is said now, and not before a full room.
    if (articles.weighted && motions.some(({ ballot }) => ballot === "secret")) {
      return refuse("conflict", "motion.secretWeighted");
    }
    const { timeZone, legalName } = await organizationProfile(tx, organizationId);
    const heldOn = dayIn(assembly.startsAt, timeZone);
    const earliest = earliestDay(today, articles.convocationDays);
    if (heldOn < earliest) {
      return refuse("conflict", "assembly.tooSoon", { days: String(articles.convocationDays), day: onDay(earliest) });
    }
    const voices = members.flatMap(({ voice }) => (voice === null ? [] : [voice]));
    const contacts = new Map((await contactsOf(tx, organizationId, voices)).map((one) => [one.personId, one]));
    const convoked = members.map((associate) => ({
      associate,
      email: (associate.voice === null ? undefined : contacts.get(associate.voice)?.email) ?? "",
    }));
    const enclosures = (await enclosuresOf(tx, organizationId, assemblyId)).map(({ title }) => title);
    await insertConvocations(context, assemblyId, convoked);
    await moveAssembly(context, assemblyId, "convened", { convenedAt: now, articlesVersion: articles.version });
    for (const { associate, email } of convoked) {
      if (email === "") continue;
      const body = convocationBody({
        name: associate.name,
        cooperative: legalName,
        assembly,
        heldOn,
        timeZone,
        motions,
        enclosures,
        articles,
      });
      await requestMail(context, {
        ...{ recipient: email, senderName: legalName, subject: fill(fr.mailSubject, { title: assembly.title }), body },
        ...{ subjectKind: "governance.assembly", subjectId: assemblyId },
      });
    }
    await tellAssembly(context, assembly, ASSEMBLY_CONVENED, voices);
    context.audit({
      subjectKind: "governance.assembly",
      subjectId: assemblyId,
      details: { called: members.length, articlesVersion: articles.version },
    });
    return { assemblyId, called: members.length };
  },
});
