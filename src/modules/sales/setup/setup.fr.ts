/** French words of the settings of sales. */
export const fr = {
  title: "Réglages des ventes",
  lead: "Ils valent pour les documents à venir. Ceux qui sont émis ne changent pas.",
  numbers: "Numéros des factures",
  numberTemplate: "Modèle de numéro",
  numberHelp:
    "{year} : l’exercice · {seq:5} : le rang, sur cinq chiffres au moins · {activity} : le code de l’activité.",
  example: "Une facture s’appellera par exemple {number}.",
  scope: "Une suite de numéros",
  scopes: {
    cooperative: "pour toute la coopérative",
    activity: "par activité",
  },
  scopeHelp: "Gardez le même choix toute l’année : une suite de numéros ne s’interrompt pas.",
  payment: "Paiement",
  paymentDays: "Délai de paiement proposé, en jours",
  tolerance: "Écart accepté pour solder une facture",
  toleranceHelp: "En plus ou en moins : l’écart passe en charge ou en produit.",
  vat: "TVA",
  vatOnDebitsSince: "Option pour les débits depuis le",
  vatHelp: "Vide sans l’option : la TVA sur les services est due à l’encaissement (CGI, art. 269, 2).",
  texts: "Textes des documents",
  footer: "Pied de page",
  footerHelp: "500 caractères au plus.",
  conditions: "Conditions générales",
  conditionsHelp: "Imprimées à la fin de chaque devis et facture.",
  sample: "Voir un exemple (PDF, nouvel onglet)",
  save: "Enregistrer",
  saved: "Réglages des ventes enregistrés.",
  meanwhile: "Ce qui a été enregistré entre-temps",
  refusals: {
    "salesSetup.templateSequence": "Le modèle contient {seq:5} une fois, ni plus ni moins.",
    "salesSetup.templateYear": "Le modèle contient {year} : la suite recommence chaque année.",
    "salesSetup.templateActivity": "Avec une suite par activité, le modèle contient {activity}.",
    "salesSetup.templateCharacters": "Un numéro compte des lettres sans accent, des chiffres et + - _ / seulement.",
    "salesSetup.templateLong": "Ce modèle donnerait plus de 20 caractères : l’administration ne les accepte pas.",
    "salesSetup.paymentDays": "Entre deux entreprises, le délai va de 0 à 60 jours (C. com. L441-10).",
    "salesSetup.tolerance": "L’écart accepté va de 0 à 100 euros.",
  },
} as const;

export type SetupRefusalCode = keyof typeof fr.refusals;
