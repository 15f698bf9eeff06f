/** French words of sites. */
export const fr = {
  refusals: {
    "site.notAllowed": "Vous n’avez pas le droit de changer les sites. Demandez à la direction.",
    "site.missing": "Ce site n’existe plus.",
    "site.nameTaken": "Un site porte déjà ce nom.",
  },
} as const;

export type SiteRefusalCode = keyof typeof fr.refusals;
