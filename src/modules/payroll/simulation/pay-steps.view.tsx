import { fill } from "#kernel/language.ts";
import { toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { eur, eurSigned, percent } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Table } from "#ui/table.tsx";
import { en as payrollEn } from "../payroll.en.ts";
import { fr as payrollFr } from "../payroll.fr.ts";
import type { PayRun } from "./pay-run.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";
import type { PaySimulation, PayStep } from "./simulate-pay.ts";

/** From the largest amount to the transfer: each step named, explained, and added up. */
export function PaySteps({ simulation, taxRate }: { readonly simulation: PaySimulation; readonly taxRate: Rate }) {
  const { choose, language } = useLanguage();
  const names = choose({ fr: payrollFr, en: payrollEn });
  const words = choose({ fr, en });
  // What is left is taken from the budget; the fixed part may ask for more than there is.
  const told = (step: PayStep) =>
    step.key === "remainder" && step.amount > 0n
      ? { label: words.lacking, help: words.lackingHelp }
      : names.steps[step.key];
  const facts = { rate: percent(taxRate, language), base: eur(simulation.run.taxableNet, language) };
  return (
    <dl className="divide-y divide-bordure">
      {simulation.steps.map((step, index) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is what it is
          key={`${index}-${step.key}`}
          step={step}
          label={told(step).label}
          help={fill(told(step).help, facts)}
          last={index === simulation.steps.length - 1}
        />
      ))}
    </dl>
  );
}

function Step({
  step,
  label,
  help,
  last,
}: {
  readonly step: PayStep;
  readonly label: string;
  readonly help: string;
  readonly last: boolean;
}) {
  const { language } = useLanguage();
  const total = step.kind === "total";
  const look = last ? "bg-marque-fond px-3 py-3" : total ? "bg-surface2 px-3 py-3" : "px-3 py-2.5";
  return (
    <div className={`flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 ${look}`}>
      <dt className="min-w-0 max-w-prose flex-1 basis-48">
        <span className={total ? "font-semibold" : ""}>{label}</span>
        <span className="block text-aide text-texte2">{help}</span>
      </dt>
      <dd className={`ml-auto text-right whitespace-nowrap tabular-nums ${total ? "text-section font-semibold" : ""}`}>
        {step.kind === "change" ? eurSigned(step.amount, language) : eur(step.amount, language)}
      </dd>
    </div>
  );
}

/** The families of contributions, as on the simplified payslip; what they add up to stands in the steps. */
export function PayFamilies({ run }: { readonly run: PayRun }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = choose({ fr: payrollFr, en: payrollEn });
  const amount = (value: bigint) => <span className="tabular-nums">{eur(toCents(value), language)}</span>;
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-marque underline underline-offset-4">
        {words.familiesTitle}
      </summary>
      <div className="mt-2">
        <Table
          caption={words.familiesTitle}
          rows={run.lines}
          rowKey={(line) => line.family}
          density="compact"
          columns={[
            {
              key: "family",
              header: words.family,
              rowHeader: true,
              cell: (line) => <span className="whitespace-normal">{names.families[line.family]}</span>,
            },
            { key: "employee", header: words.employee, align: "end", cell: (line) => amount(line.employee) },
            { key: "employer", header: words.employer, align: "end", cell: (line) => amount(line.employer) },
            { key: "total", header: words.total, align: "end", cell: (line) => amount(line.employee + line.employer) },
          ]}
          footerLabel={words.total}
          footer={{
            employee: amount(run.employeeContributions),
            employer: amount(run.employerContributions),
            total: amount(run.employeeContributions + run.employerContributions),
          }}
        />
      </div>
    </details>
  );
}
