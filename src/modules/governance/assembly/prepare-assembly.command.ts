import { randomInt } from "node:crypto";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { instantAt } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText, timeText, versionNumber } from "#platform/field.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { ASSEMBLY_KINDS, type Call } from "../setup/articles.ts";
import { ASSEMBLY_CANCELLED } from "../topics.ts";
import type { AssemblyRefusalCode } from "./assembly.fr.ts";
import { calledTo, findAssembly, insertAssembly, moveAssembly, rewriteAssembly } from "./assembly.store.ts";
import { type AssemblyId, assemblyTransitions } from "./assembly.ts";
import { tellAssembly } from "./tell-assembly.store.ts";

type Saved = { readonly assemblyId: AssemblyId };
type Refused = Refusal<AssemblyRefusalCode | ArticlesRefusalCode>;

const fields = {
  title: requiredText(120),
  kind: oneOf(ASSEMBLY_KINDS),
  call: z.enum(["1", "2"], "field.choose").default("1"),
  day: dayText(),
  time: timeText(),
  place: optionalText(200),
  link: optionalText(500),
  agenda: optionalText(4000),
};
type Given = z.infer<z.ZodObject<typeof fields>>;

async function readGiven({ tx, organizationId, now }: CommandContext, { day, time, call, ...words }: Given) {
  if (words.place === "" && words.link === "") return refuse("invalid", "assembly.nowhere", {}, "place");
  if (words.link !== "" && !/^https:\/\/\S+$/.test(words.link)) return refuse("invalid", "assembly.link", {}, "link");
  const { timeZone } = await organizationProfile(tx, organizationId);
  const startsAt = instantAt(day, time, timeZone);
  if (startsAt <= now) return refuse("invalid", "assembly.past", {}, "day");
  return { ...words, call: Number(call) as Call, startsAt };
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
/** What is scanned in the room; letters and figures that nobody mistakes. */
const roomCode = () => Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** Prepares an assembly: nobody is told before its convocation. */
export const prepareAssembly = defineCommand({
  name: "governance.assembly.prepare",
  input: z.object(fields),
  async run(context, given): Promise<Saved | Refused> {
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const read = await readGiven(context, given);
    if ("refused" in read) return read;
    const assemblyId = context.id<"assembly">();
    await insertAssembly(context, assemblyId, read, roomCode());
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});

/** Corrects an assembly that is not called yet. */
export const updateAssembly = defineCommand({
  name: "governance.assembly.update",
  input: z.object({ ...fields, assemblyId: idText<"assembly">(), version: versionNumber() }),
  async run(context, { assemblyId, version, ...given }): Promise<Saved | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (next(assemblyTransitions, assembly.status, "update") === null) return refuse("conflict", "assembly.notNow");
    if (assembly.version !== version) return refuse("conflict", "assembly.changed");
    const read = await readGiven(context, given);
    if ("refused" in read) return read;
    await rewriteAssembly(context, assemblyId, read);
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});

/** It will not take place; those who were called are told. */
export const cancelAssembly = defineCommand({
  name: "governance.assembly.cancel",
  input: z.object({ assemblyId: idText<"assembly">() }),
  async run(context, { assemblyId }): Promise<Saved | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (next(assemblyTransitions, assembly.status, "cancel") === null) return refuse("conflict", "assembly.notNow");
    await moveAssembly(context, assemblyId, "cancelled");
    const called = await calledTo(tx, organizationId, assemblyId);
    if (called.length > 0) await tellAssembly(context, assembly, ASSEMBLY_CANCELLED, called);
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});
