/** French words of the settings of the public page. intake.en.ts has the same keys. */
export const fr = {
  refusals: {
    "intake.changedMeanwhile": "Quelqu’un a changé cette page entre-temps. Relisez-la, puis enregistrez à nouveau.",
  },
  title: "Page publique",
  lead: "La page où l’on demande à rejoindre la coopérative, sans compte. Mettez son adresse sur votre site.",
  address: "Adresse de la page",
  see: "Voir la page",
  closed: "Fermée : personne ne la voit.",
  opened: "Ouverte à tout le monde.",
  open: "Ouvrir la page publique",
  openHelp: "Chacun peut s’inscrire à une réunion et déposer une candidature.",
  introduction: "Texte d’accueil",
  introductionHelp: "Ce que vous êtes, à qui vous vous adressez.",
  consentTitle: "Accord sur les données",
  consentLead: "Chaque changement fait une nouvelle version. Chaque candidature garde la version qu’elle a acceptée.",
  consentVersion: "Version {version}",
  consentFrench: "Texte en français",
  consentEnglish: "Texte en anglais",
  consentProposed:
    "Vos réponses servent à étudier votre demande. Seule l’équipe de la coopérative les lit. Elles sont effacées deux ans après notre dernier échange. Vous pouvez les lire, les corriger et les faire effacer en nous écrivant.",
  reasons: "Motifs de refus",
  reasonsHelp: "Un par ligne. On en choisit un à chaque refus ; les candidats ne le voient pas.",
  reasonsProposed:
    "Projet trop éloigné de ce que la coopérative assure\nActivité réglementée sans le diplôme\nProjet à mûrir\nCherche un emploi salarié classique\nOrientation vers une autre structure",
  save: "Enregistrer",
  saved: "Page publique enregistrée",
} as const;
