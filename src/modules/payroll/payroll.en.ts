import type { fr } from "./payroll.fr.ts";

/** English words of the pay simulation: the same keys as the French file. */
export const en: typeof fr = {
  simulation: "How much can I pay myself?",
  notThePayslip: "This is a simulation. Your payslip may differ by a few cents or more.",
  steps: {
    turnover: { label: "To invoice (excluding VAT)", help: "What to invoice, before VAT, to cover all that follows." },
    contribution: {
      label: "Contribution to the cooperative",
      help: "Your share of the common services, by the rule voted in assembly.",
    },
    directCosts: { label: "Expenses of the activity", help: "Purchases and costs planned for this work." },
    budget: { label: "Budget for the pay", help: "All that your month’s pay costs your activity." },
    remainder: { label: "Left in the activity", help: "The part of the budget that this pay does not use." },
    holidayProvision: {
      label: "Set aside for your holidays",
      help: "Holiday pay is set aside every month. It comes back when you take it.",
    },
    holidayContributions: {
      label: "Contributions on these holidays",
      help: "The social contributions that will be due on your holiday pay.",
    },
    otherCost: { label: "Other payroll costs", help: "Occupational health and other fixed costs a month." },
    payrollTax: {
      label: "Payroll tax",
      help: "Due when too many of the cooperative’s sales bear no VAT, such as training.",
    },
    cost: { label: "Cost of the salary", help: "Gross pay and the contributions that the cooperative pays." },
    employerContributions: {
      label: "Employer contributions",
      help: "Health, pension, unemployment, accidents at work, after the State’s reductions.",
    },
    gross: { label: "Gross pay", help: "The pay written on the payslip, before any contribution." },
    employeeContributions: {
      label: "Employee contributions",
      help: "Pension, health insurance, CSG and CRDS: the part withheld from your pay.",
    },
    netBeforeTax: { label: "Net before tax", help: "What is yours before income tax." },
    tax: { label: "Income tax at source", help: "{rate} of {base}, your taxable net pay." },
    netPaid: { label: "Paid to your account", help: "The transfer that you receive." },
  },
  families: {
    health: "Health",
    healthInsurance: "Complementary health insurance",
    accident: "Accidents at work",
    pension: "Pension",
    family: "Family",
    unemployment: "Unemployment",
    csg: "CSG and CRDS",
    other: "Training, housing, transport and others",
    relief: "Reductions of contributions",
  },
  alerts: {
    belowMinimumWage: "This is less than the minimum wage for {hours} a week: {minimum} gross.",
    fixedPartAboveBudget: "Your fixed part is due every month. The activity lacks {missing}.",
  },
  refusals: {
    "pay.capeNoSalary":
      "Under a CAPE there is no salary. Your money stays in the activity until the CESA or your exit.",
    "pay.noContract": "Without a contract of employed entrepreneur there is no salary.",
    "pay.budgetTooLow": "A pay takes a budget of at least {minimum}. There is {budget}.",
    "pay.amountTooHigh": "The simulation goes up to {maximum} gross a month.",
    "pay.turnoverUnreachable": "With this contribution rule, no turnover covers this pay.",
    "pay.headcount": "Write the headcount of the whole cooperative, at least 1.",
    "pay.accidentRate": "Write the accident rate, between 0 and 100%.",
    "pay.employerShare": "The cooperative pays at least half of the health insurance.",
    "pay.rate": "Write a rate between 0 and 100%.",
    "pay.amount": "Write a positive amount.",
    "pay.weeklyHours": "Write between 1 and 35 hours a week.",
    "pay.noActivity": "You have no open activity, or no access to this one.",
    "pay.parametersNotAllowed": "Payroll, direction and administration set the pay parameters.",
  },
};
