import type { Translation } from "#kernel/language.ts";
import type { fr } from "./parameters.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Pay parameters",
  description: "They serve the simulations “How much can I pay myself?” of the whole cooperative.",
  usual: "These are usual values: the cooperative has set nothing yet. Check each one, then save.",
  cooperative: "The cooperative",
  health: "Complementary health insurance",
  otherCosts: "Other costs",
  fields: {
    headcount: "Headcount of the whole cooperative",
    accidentRate: "Rate of accidents at work",
    mobilityRate: "Mobility contribution",
    alsaceMoselle: "Establishment in Alsace or Moselle",
    healthInsurance: "Health insurance, a month",
    healthInsuranceEmployerShare: "Part that the cooperative pays",
    payrollTaxRatio: "Part of the payroll tax",
    otherCost: "Fixed costs of each pay, a month",
    holidayRate: "Set aside for holidays",
  },
  helps: {
    headcount: "The thresholds of 11, 20, 50 and 250 people change the contributions.",
    accidentRate: "Notified every year by the Carsat. National mean: 2.08%.",
    mobilityRate: "Rate of the town. It applies from 11 people.",
    alsaceMoselle: "The local scheme adds a contribution on the pay.",
    healthInsurance: "The employee’s and the cooperative’s parts together.",
    healthInsuranceEmployerShare: "At least 50% (Social Security Code, L911-7).",
    payrollTaxRatio: "0 when 90% of last year’s sales bore VAT; else the share without VAT (Tax Code, 231).",
    otherCost: "Occupational health, payroll handling.",
    holidayRate: "10% of gross pay as a rule; 0 when the cooperative sets nothing aside.",
  },
  save: "Save",
  flashSaved: "Pay parameters saved",
  simulate: "Try a simulation",
};
