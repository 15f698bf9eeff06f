/** French words of the pay simulation. Facts in braces are formatted by the page. */
export const fr = {
  simulation: "Combien puis-je me payer ?",
  notThePayslip: "C’est une simulation. Votre bulletin de paie peut différer de quelques centimes ou plus.",
  /** Each step: its name, and what it means. */
  steps: {
    turnover: { label: "À facturer (HT)", help: "Le montant hors taxes à facturer pour couvrir tout ce qui suit." },
    contribution: {
      label: "Contribution à la coopérative",
      help: "Votre part des services partagés, selon la règle votée en assemblée.",
    },
    directCosts: { label: "Dépenses de l’activité", help: "Les achats et frais prévus pour faire ce travail." },
    budget: { label: "Budget pour la paie", help: "Tout ce que votre paie du mois coûte à votre activité." },
    remainder: { label: "Reste dans l’activité", help: "Le budget qui n’entre pas dans cette paie." },
    holidayProvision: {
      label: "Mis de côté pour vos congés",
      help: "La paie de vos congés se met de côté chaque mois. Elle revient quand vous les prenez.",
    },
    holidayContributions: {
      label: "Cotisations sur ces congés",
      help: "Les cotisations qui seront dues sur la paie de vos congés.",
    },
    otherCost: { label: "Autres frais de paie", help: "Médecine du travail et autres frais fixes par mois." },
    payrollTax: {
      label: "Taxe sur les salaires",
      help: "Due quand la coopérative a trop de ventes sans TVA, comme la formation.",
    },
    cost: { label: "Coût du salaire", help: "Le salaire brut et les cotisations payées par la coopérative." },
    employerContributions: {
      label: "Cotisations de l’employeur",
      help: "Santé, retraite, chômage, accidents du travail, après les réductions de l’État.",
    },
    gross: { label: "Salaire brut", help: "Le salaire inscrit sur le bulletin, avant toute cotisation." },
    employeeContributions: {
      label: "Cotisations du salarié ou de la salariée",
      help: "Retraite, mutuelle, CSG et CRDS : la part retenue sur votre salaire.",
    },
    netBeforeTax: { label: "Net avant impôt", help: "Ce qui vous revient avant l’impôt sur le revenu." },
    tax: { label: "Impôt prélevé à la source", help: "{rate} de {base}, votre salaire net imposable." },
    netPaid: { label: "Versé sur votre compte", help: "Le virement que vous recevez." },
  },
  families: {
    health: "Santé",
    healthInsurance: "Mutuelle",
    accident: "Accidents du travail",
    pension: "Retraite",
    family: "Famille",
    unemployment: "Chômage",
    csg: "CSG et CRDS",
    other: "Formation, logement, transport et autres",
    relief: "Réductions de cotisations",
  },
  alerts: {
    belowMinimumWage: "C’est moins que le SMIC pour {hours} par semaine : {minimum} brut.",
    fixedPartAboveBudget: "Votre part fixe est due chaque mois. Il manque {missing} dans l’activité.",
  },
  refusals: {
    "pay.capeNoSalary":
      "En CAPE, il n’y a pas de salaire. Votre argent reste dans l’activité jusqu’au CESA ou à votre départ.",
    "pay.noContract": "Sans contrat d’entrepreneur salarié, il n’y a pas de salaire.",
    "pay.budgetTooLow": "Il faut au moins {minimum} de budget pour une paie. Il y a {budget}.",
    "pay.amountTooHigh": "La simulation va jusqu’à {maximum} brut par mois.",
    "pay.turnoverUnreachable": "Avec cette règle de contribution, aucun chiffre d’affaires ne couvre cette paie.",
    "pay.headcount": "Écrivez l’effectif de toute la coopérative, au moins 1.",
    "pay.accidentRate": "Écrivez le taux d’accidents du travail, entre 0 et 100 %.",
    "pay.employerShare": "La coopérative paie au moins la moitié de la mutuelle.",
    "pay.rate": "Écrivez un taux entre 0 et 100 %.",
    "pay.amount": "Écrivez un montant positif.",
    "pay.weeklyHours": "Écrivez entre 1 et 35 heures par semaine.",
    "pay.noActivity": "Vous n’avez pas d’activité ouverte, ou pas accès à celle-ci.",
    "pay.parametersNotAllowed": "La paie, la direction et l’administration règlent les paramètres de paie.",
  },
};
