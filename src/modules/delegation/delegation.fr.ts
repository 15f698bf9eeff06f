/** French words of what one cooperative entrusts to another, and of what is refused to whom. */
export const fr = {
  works: {
    payVariables: "Variables de paie",
    contracts: "Contrats à préparer",
    declarations: "Déclarations sociales",
  },
  /** What a delegate sees and does for each, said to both sides before they sign. */
  opens: {
    payVariables: "Pour chaque personne en CESA : son nom, son contrat, ses heures et sa part fixe du mois.",
    contracts: "Pour chaque contrat qui finit dans le mois : le nom de la personne, ses dates et ses clauses.",
    declarations: "La liste des contrats du mois, avec les entrées et les sorties.",
  },
  states: {
    proposed: "Proposée",
    declined: "Déclinée",
    withdrawn: "Retirée",
    toCome: "À venir",
    running: "En cours",
    over: "Terminée",
    revoked: "Révoquée",
  },
  sides: { client: "Client", provider: "Prestataire" },
  billTitle: "Prestation pour une CAE,",
  clauses: [
    "Le prestataire traite les données du client sur sa seule instruction, pour les travaux de cette convention et rien d’autre (RGPD, article 28).",
    "Seules les personnes qu’il nomme y accèdent, chacune par son propre compte, tenues à la confidentialité.",
    "Il ne confie ce travail à personne d’autre sans l’accord écrit du client, garde les données en sécurité et n’en emporte pas de copie durable.",
    "Il aide le client à répondre aux personnes qui exercent leurs droits et le prévient sans tarder d’une fuite de données.",
    "Chaque page ouverte et chaque acte est noté : le client lit ce journal quand il veut. À la fin, l’accès se ferme aussitôt.",
  ],
  refusals: {
    "delegation.missing": "Cette convention n’existe pas.",
    "delegation.notAllowed": "La direction et l’administration s’en occupent. Demandez-leur.",
    "delegation.nothing": "Choisissez au moins un travail à confier.",
    "delegation.twice": "Une convention ne confie chaque travail qu’une fois.",
    "delegation.endsBefore": "La fin ne peut pas précéder le début.",
    "delegation.noHouse":
      "Aucune CAE n’est ici sous cette adresse ou ce SIREN. Si elle a son propre serveur, créez un compte ici à son équipe.",
    "delegation.severalHouses": "Plusieurs CAE ont ce SIREN. Écrivez plutôt l’adresse de celle que vous voulez.",
    "delegation.self": "C’est votre propre coopérative. Choisissez-en une autre.",
    "delegation.already":
      "Une convention avec cette CAE, proposée ou signée, couvre déjà une partie de ces dates. Choisissez-en d’autres, ou terminez-la d’abord.",
    "delegation.answered": "Cette convention a déjà sa réponse.",
    "delegation.over": "Cette convention est finie.",
    "delegation.noReason": "Dites pourquoi : l’autre coopérative le lira.",
    "delegation.notSigned": "Signez d’abord la convention.",
    "delegation.notOfTeam": "Choisissez une personne de votre équipe d’appui, qui a un compte.",
    "delegation.alreadyNamed": "Cette personne est déjà nommée.",
    "delegation.delegateMissing": "Cet accès est déjà fermé.",
    "delegation.workMissing": "Ce travail n’existe pas.",
    "delegation.workDone": "Ce travail est déjà fait.",
    "delegation.workNotDone": "Ce travail n’est pas encore fait.",
    "delegation.faultNoted": "Une erreur est déjà notée pour ce travail.",
    "delegation.billed": "Ce mois est déjà facturé.",
    "delegation.nothingDone": "Rien n’est fait ce mois-là : il n’y a rien à facturer.",
  },
} as const;

export type DelegationRefusalCode = keyof typeof fr.refusals;
