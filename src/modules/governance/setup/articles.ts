/** What the articles of association say of associates and assemblies. Pure; dated versions, with the usual rules of law at first. */
import type { Instant } from "#kernel/day.ts";
import { atRate } from "#kernel/fact.ts";
import type { Cents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { refuse } from "#kernel/refusal.ts";

export const SHARES_OF_WHOLE = ["0/1", "1/5", "1/4", "1/3", "1/2", "2/3", "3/4"] as const;
/** A quorum, "0/1" for none: so many of those who may vote, present or represented. */
export type Share = (typeof SHARES_OF_WHOLE)[number];
export const MAJORITIES = ["1/2", "3/5", "2/3", "3/4"] as const;
/** "1/2" is more than half; any other one is reached when it is equalled. */
export type Majority = (typeof MAJORITIES)[number];
export const BASES = ["cast", "present", "all"] as const;
/** What a majority is counted on: votes for and against, everybody present or represented, every associate. */
export type Base = (typeof BASES)[number];
export const ADMITTERS = ["assembly", "organ"] as const;
export type Admitter = (typeof ADMITTERS)[number];
export const QUORUM_SCOPES = ["whole", "college"] as const;

export const COOPERATIVE_FORMS = ["", "scop", "scic", "other"] as const;
/** What kind of cooperative it is; "" where nobody told it. */
export type CooperativeForm = (typeof COOPERATIVE_FORMS)[number];
export const COMPANY_FORMS = ["", "sarl", "sas", "sa"] as const;
export type CompanyForm = (typeof COMPANY_FORMS)[number];
export const COLLEGE_KINDS = [
  "",
  "employee",
  "beneficiary",
  "producer",
  "volunteer",
  "public",
  "cooperative",
  "other",
] as const;
/** Whom a college brings together; "" where nobody told it. */
export type CollegeKind = (typeof COLLEGE_KINDS)[number];

export type CollegeNumber = number;
export type College = {
  readonly number: CollegeNumber;
  readonly name: string;
  readonly weight: Rate;
  readonly kind: CollegeKind;
};

export const ASSEMBLY_KINDS = ["ordinary", "extraordinary"] as const;
export type AssemblyKind = (typeof ASSEMBLY_KINDS)[number];
/** The first call, or the second one when the first lacked its quorum. */
export const CALLS = [1, 2] as const;
export type Call = (typeof CALLS)[number];

/** The rule of one kind of assembly and of one call. */
export type Rule = { readonly quorum: Share; readonly majority: Majority; readonly base: Base };

export type Articles = {
  /** 0: nothing was saved, the usual rules of law hold. */
  readonly version: number;
  readonly form: CooperativeForm;
  readonly company: CompanyForm;
  readonly shareValue: Cents;
  readonly minimumCapital: Cents;
  /** Shares given back are paid at the latest so many years later. */
  readonly refundYears: number;
  readonly admittedBy: Admitter;
  readonly convocationDays: number;
  /** How many proxies one associate may hold. */
  readonly proxiesMost: number;
  readonly quorumScope: (typeof QUORUM_SCOPES)[number];
  readonly rules: Readonly<Record<AssemblyKind, Readonly<Record<Call, Rule>>>>;
  readonly weighted: boolean;
  readonly colleges: readonly College[];
  readonly savedAt: Instant | null;
};

export const ruleOf = (articles: Articles, kind: AssemblyKind, call: Call): Rule => articles.rules[kind][call];

const WHOLE = 10_000;
export const MOST_COLLEGES = 8;

/** The legal form as a cooperative writes it, « SCOP SARL à capital variable »: what it seems to say of the company… */
export function companyOf(legalForm: string): CompanyForm {
  if (/\bSARL\b|responsabilité limitée/i.test(legalForm)) return "sarl";
  if (/\bSAS\b|actions simplifiée/i.test(legalForm)) return "sas";
  return /\bSA\b|anonyme/i.test(legalForm) ? "sa" : "";
}

/** …and of the cooperative: what the articles are proposed, never what they say. */
export function formOf(legalForm: string): CooperativeForm {
  if (/\bSCOP\b|coopérative (ouvrière )?de production|coopérative et participative/i.test(legalForm)) return "scop";
  return /\bSCIC\b|intérêt collectif/i.test(legalForm) ? "scic" : "";
}

/**
 * The rules that hold while nobody said otherwise, counted in associates and not in capital: C. com. L223-29 and L223-30
 * for a SARL, L225-96 and L225-98 for a SA. One college, one person one vote.
 */
export function usualArticles(legalForm: string, collegeName: string): Articles {
  const form = companyOf(legalForm);
  const ordinary: Readonly<Record<Call, Rule>> =
    form === "sarl"
      ? { 1: { quorum: "0/1", majority: "1/2", base: "all" }, 2: { quorum: "0/1", majority: "1/2", base: "cast" } }
      : { 1: { quorum: "1/5", majority: "1/2", base: "cast" }, 2: { quorum: "0/1", majority: "1/2", base: "cast" } };
  return {
    ...{ version: 0, form: "", company: "" },
    ...{ shareValue: 2_000n as Cents, minimumCapital: (form === "sa" ? 1_850_000n : 3_000n) as Cents, refundYears: 5 },
    ...{ admittedBy: "assembly", convocationDays: 15, proxiesMost: 2, quorumScope: "whole" },
    rules: {
      ordinary,
      extraordinary: {
        1: { quorum: "1/4", majority: "2/3", base: "cast" },
        2: { quorum: "1/5", majority: "2/3", base: "cast" },
      },
    },
    weighted: false,
    colleges: [{ number: 1, name: collegeName, weight: WHOLE as Rate, kind: "" }],
    savedAt: null,
  };
}

/**
 * Weights make a whole; those of a SCIC are within 10 and 50 % and at least three (loi 47-1775 art. 19 octies). A SCOP has
 * none: each associate has one vote there (loi 78-763 art. 12). The form that the articles tell, else the one that its name says.
 */
export function checkColleges(articles: Pick<Articles, "form" | "weighted" | "colleges">, legalForm: string) {
  const { colleges, weighted } = articles;
  const form = articles.form || formOf(legalForm);
  if (colleges.length === 0) return refuse("invalid", "articles.noCollege", {}, "college.1.name");
  if (!weighted) return null;
  if (form === "scop") return refuse("invalid", "articles.oneVote", {}, "weighted");
  const total = colleges.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = colleges;
  const field = `college.${first?.number ?? 1}.weight`;
  if (total !== WHOLE) return refuse("invalid", "articles.weights", { total: atRate(total as Rate) }, field);
  if (form !== "scic") return null;
  if (colleges.length < 3) return refuse("invalid", "articles.threeColleges", {}, "college.3.name");
  const beyond = colleges.find(({ weight }) => weight < 1_000 || weight > 5_000);
  return beyond
    ? refuse("invalid", "articles.weightLimits", { college: beyond.name }, `college.${beyond.number}.weight`)
    : null;
}
