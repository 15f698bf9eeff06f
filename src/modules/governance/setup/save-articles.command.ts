import { z } from "zod";
import { inMoney } from "#kernel/fact.ts";
import { parsePercent, type Rate } from "#kernel/rate.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { optionalAmount, organizationProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, optionalText, ticked, wholeText } from "#platform/field.ts";
import { lockRegister, readRegister } from "../associate/register.store.ts";
import { mayGovern } from "../governance.policy.ts";
import { settleLimits } from "../limit/limit-change.store.ts";
import { allMovements } from "../share/share.store.ts";
import type { ArticlesRefusalCode } from "./articles.fr.ts";
import { findArticles, insertArticles } from "./articles.store.ts";
import {
  ADMITTERS,
  type Articles,
  BASES,
  COLLEGE_KINDS,
  COMPANY_FORMS,
  COOPERATIVE_FORMS,
  checkColleges,
  MAJORITIES,
  QUORUM_SCOPES,
  SHARES_OF_WHOLE,
} from "./articles.ts";

/** Empty is no weight. */
const weight = () =>
  z
    .string("articles.percent")
    .default("")
    .transform((text, context): Rate => {
      const rate = text.trim() === "" ? (0 as Rate) : parsePercent(text);
      if (rate !== null && rate >= 0 && rate <= 10_000) return rate;
      context.addIssue({ code: "custom", message: "articles.percent" });
      return z.NEVER;
    });

const rule = z.object({ quorum: oneOf(SHARES_OF_WHOLE), base: oneOf(BASES) });

/** What the articles say from now on: one more version, read by assemblies that are called after it. */
export const saveArticles = defineCommand({
  name: "governance.articles.save",
  input: z.object({
    version: wholeText(0, 1_000_000),
    form: oneOf(COOPERATIVE_FORMS).default(""),
    company: oneOf(COMPANY_FORMS).default(""),
    shareValue: optionalAmount("share.noAmount"),
    minimumCapital: optionalAmount("share.noAmount"),
    refundYears: wholeText(0, 10),
    admittedBy: oneOf(ADMITTERS),
    convocationDays: wholeText(1, 90),
    proxiesMost: wholeText(0, 100),
    quorumScope: oneOf(QUORUM_SCOPES),
    majority: z.object({ ordinary: oneOf(MAJORITIES), extraordinary: oneOf(MAJORITIES) }),
    rule: z.object({ ordinary1: rule, ordinary2: rule, extraordinary1: rule, extraordinary2: rule }),
    weighted: ticked(),
    college: z.record(
      z.string(),
      z.object({ name: optionalText(80), weight: weight(), kind: oneOf(COLLEGE_KINDS).default("") }),
    ),
  }),
  async run(context, input): Promise<{ readonly version: number } | Refusal<ArticlesRefusalCode | "share.noAmount">> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    await lockRegister(context);
    const before = await findArticles(tx, organizationId);
    if (before.version !== input.version) return refuse("conflict", "articles.changed");
    if (input.shareValue === 0n) return refuse("invalid", "share.noAmount", {}, "shareValue");
    const colleges = Object.entries(input.college)
      .filter(([number, { name }]) => /^[1-8]$/.test(number) && name !== "")
      .map(([number, { name, weight: weighs, kind }]) => ({ number: Number(number), name, weight: weighs, kind }));
    const { legalForm } = await organizationProfile(tx, organizationId);
    const wrong = checkColleges({ colleges, form: input.form, weighted: input.weighted }, legalForm);
    if (wrong) return wrong;
    for (const { standing } of await readRegister(tx, organizationId, today)) {
      const kept = standing.status === "left" || colleges.some(({ number }) => number === standing.college);
      const college = before.colleges.find(({ number }) => number === standing.college)?.name ?? "";
      if (!kept) return refuse("conflict", "articles.collegeUsed", { college }, `college.${standing.college}.name`);
    }
    if (before.shareValue !== input.shareValue && (await allMovements(tx, organizationId)).length > 0) {
      return refuse("conflict", "articles.shareValueUsed", { value: inMoney(before.shareValue) }, "shareValue");
    }
    const { rule: rules, majority, ...said } = input;
    const { ordinary1, ordinary2, extraordinary1, extraordinary2 } = rules;
    const ordinary = { majority: majority.ordinary };
    const extraordinary = { majority: majority.extraordinary };
    const articles: Articles = {
      ...said,
      version: before.version + 1,
      savedAt: context.now,
      colleges,
      rules: {
        ordinary: { 1: { ...ordinary1, ...ordinary }, 2: { ...ordinary2, ...ordinary } },
        extraordinary: { 1: { ...extraordinary1, ...extraordinary }, 2: { ...extraordinary2, ...extraordinary } },
      },
    };
    await insertArticles(context, articles);
    await settleLimits(context);
    context.audit({
      subjectKind: "governance.articles",
      subjectId: organizationId,
      details: { version: articles.version },
    });
    return { version: articles.version };
  },
});
