/** Extras beside the contribution: insurance, accident at work while no salary is paid, Qualiopi. */
import { applyRate, type Cents, negate } from "#kernel/money.ts";
import type { MemberMonth } from "../rule/limit.ts";
import { type ContributionRule, type Extra, waiverOf } from "../rule/rule.ts";
import type { MonthInput } from "./month-input.ts";
import type { Step } from "./trace.ts";

/** The extras of a month, waivers deducted. They are outside floor and cap. */
export function extrasOf(rule: ContributionRule, input: MonthInput, base: Cents): Step[] {
  return rule.extras.filter((extra) => applies(extra, input.member)).flatMap((extra) => stepsOf(extra, input, base));
}

function applies({ when }: Extra, member: MemberMonth): boolean {
  if (when.withoutSalary && member.salaryPaid) return false;
  if (when.underQualiopi && !member.underQualiopi) return false;
  return when.statuses === null || when.statuses.includes(member.status);
}

function stepsOf({ key, label, due }: Extra, input: MonthInput, base: Cents): Step[] {
  const step: Step =
    due.kind === "amount"
      ? { key: "extra", role: "due", amount: due.amount, label }
      : { key: "extra.rate", role: "due", amount: applyRate(base, due.rate), base, rate: due.rate, label };
  const waiver = waiverOf(input.waivers, key, input.figures.month);
  if (waiver === null) return [step];
  const { reason, decidedBy } = waiver;
  return [step, { key: "waiver.part", role: "due", amount: negate(step.amount), label, reason, decidedBy }];
}
