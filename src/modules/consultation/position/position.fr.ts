/** French words of the stances that structures publish. */
export const fr = {
  title: "Positions",
  lead: "Ce que chaque réseau, ou chaque structure, déclare publiquement. Une position ne s’efface pas : la suivante la remplace.",
  none: "Aucune position publiée",
  noneHelp: "Un réseau dit ici ce qu’il pense de la question, à une date.",
  dated: "Position du {day}, version {number}",
  earlier: "Positions précédentes",
  publish: "Publier une position",
  structure: "Réseau ou structure",
  takenOn: "Position prise le",
  body: "Texte de la position",
  submit: "Publier la position",
  published: "Position publiée.",
  refusals: {
    "position.later": "Cette date est à venir : une position se publie une fois prise.",
    "position.before": "Cette date précède celle de la dernière position publiée.",
    "position.same": "Cette position est déjà publiée.",
  },
} as const;

export type PositionRefusalCode = keyof typeof fr.refusals;
