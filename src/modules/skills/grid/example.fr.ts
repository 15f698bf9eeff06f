/** A grid to begin with, as a CAE may use it. example.en.ts has the same keys; expectations are in example-grid.ts. */
export const fr = {
  levels: {
    discovers: { name: "Découverte", description: "J’en ai entendu parler, je ne l’ai pas encore fait." },
    helped: { name: "Avec de l’aide", description: "Je le fais si quelqu’un m’accompagne ou relit." },
    alone: { name: "En autonomie", description: "Je le fais sans aide, et je sais quand en demander." },
    shares: { name: "Sait transmettre", description: "Je peux l’expliquer à d’autres et les aider." },
  },
  domains: {
    sales: {
      name: "Commercial",
      skills: {
        offer: {
          name: "Présenter son offre",
          description: "Dire en deux phrases ce que l’on fait, pour qui, et ce que cela change.",
          themes: "offre, communication",
        },
        prospect: {
          name: "Trouver des clients",
          description: "Choisir ses cibles, prendre contact, relancer, garder une trace.",
          themes: "prospection, vente, réseau",
        },
        price: {
          name: "Fixer ses prix",
          description: "Calculer son prix de revient et sa marge, annoncer un prix et le défendre.",
          themes: "prix, marge",
        },
        tender: {
          name: "Répondre à un appel d’offres",
          description: "Lire un cahier des charges, décider d’y aller, rédiger une réponse complète.",
          themes: "appel d’offres, marchés publics",
        },
      },
    },
    business: {
      name: "Gestion",
      skills: {
        quotes: {
          name: "Faire ses devis et ses factures",
          description: "Établir un devis juste, facturer à temps, suivre et relancer les impayés.",
          themes: "devis, facturation, impayés",
        },
        cash: {
          name: "Suivre sa trésorerie",
          description: "Savoir ce qui est disponible, ce qui va entrer et sortir dans les trois mois.",
          themes: "trésorerie, budget",
        },
        results: {
          name: "Lire ses résultats",
          description: "Comprendre son compte de résultat, sa contribution et sa rémunération possible.",
          themes: "compte de résultat, comptabilité",
        },
        time: {
          name: "Organiser son temps",
          description: "Planifier ses chantiers et ses missions, garder du temps pour prospecter et se reposer.",
          themes: "organisation, temps",
        },
      },
    },
    law: {
      name: "Juridique",
      skills: {
        contracts: {
          name: "Vendre dans les règles",
          description: "Conditions de vente, délais de paiement, mentions obligatoires, droit de rétractation.",
          themes: "conditions de vente, contrats",
        },
        insurance: {
          name: "Assurer son activité",
          description: "Connaître les assurances et les qualifications que son métier demande.",
          themes: "assurance, responsabilité",
        },
        data: {
          name: "Protéger les données de ses clients",
          description: "Ne garder que le nécessaire, informer, répondre à une demande d’accès.",
          themes: "RGPD, données personnelles",
        },
        status: {
          name: "Comprendre son contrat",
          description: "CAPE, contrat d’entrepreneur salarié, droits sociaux, sociétariat.",
          themes: "CAPE, CESA, statut",
        },
      },
    },
    trade: {
      name: "Technique",
      skills: {
        craft: {
          name: "Maîtriser son métier",
          description: "Tenir la qualité promise, dans les règles de l’art de son métier.",
          themes: "qualité",
        },
        safety: {
          name: "Travailler en sécurité",
          description: "Repérer les risques de son activité et s’en protéger, soi et les autres.",
          themes: "sécurité, prévention",
        },
        digital: {
          name: "Utiliser les outils numériques",
          description: "Messagerie, tableur, site, réseaux sociaux, logiciels de son métier.",
          themes: "numérique, site, vente en ligne",
        },
        progress: {
          name: "Se former et suivre son métier",
          description: "Repérer ce qui change dans son métier et choisir comment apprendre.",
          themes: "formation",
        },
      },
    },
    cooperation: {
      name: "Coopération",
      skills: {
        network: {
          name: "Connaître les autres entrepreneurs",
          description: "Savoir qui fait quoi dans la coopérative, recommander et se faire recommander.",
          themes: "réseau, rencontres",
        },
        joint: {
          name: "Travailler à plusieurs",
          description: "Répartir un travail, un prix et des responsabilités, et tenir ses engagements.",
          themes: "coopération, réponse commune",
        },
        governance: {
          name: "Prendre part à la vie coopérative",
          description: "Comprendre les règles de la coopérative, participer aux réunions, proposer et voter.",
          themes: "sociétariat, gouvernance",
        },
        share: {
          name: "Transmettre à d’autres",
          description: "Accueillir un nouvel entrepreneur, animer un atelier, partager une pratique.",
          themes: "animation, transmission",
        },
      },
    },
  },
} as const;
