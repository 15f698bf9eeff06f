import type { Translation } from "#kernel/language.ts";

/** French words of the legal limits. limit.en.ts has the same keys. */
export const fr = {
  title: "Limites de la loi",
  lead: "Au {day}, d’après le registre, les contrats et les statuts.",
  formUntold: "La forme de la coopérative n’est pas dite : aucune limite n’est vérifiée.",
  formOther: "Aucune limite n’est suivie ici pour cette forme de coopérative.",
  tell: "La dire dans les statuts",
  toArticles: "Compléter les statuts",
  formDiffers: "Les réglages de la coopérative disent « {form} », les statuts {told} : accordez les deux.",
  allHeld: "Les {count} limites sont tenues : voir les chiffres",
  states: { held: "Tenue", broken: "Dépassée", open: "À vérifier" },
  names: {
    employedCapital: "Capital des associés salariés",
    employedVotes: "Voix des associés salariés",
    largestHolder: "Part d’un seul associé",
    employedNumber: "Nombre d’associés salariés",
    categories: "Catégories d’associés",
    publicCapital: "Capital des collectivités",
    collegeWeights: "Poids des collèges",
  },
  rules: {
    employedCapital:
      "51 % au moins, selon l’usage ; les autres associés, pas plus de la moitié (loi 78-763, art. 26 bis).",
    employedVotes:
      "65 % au moins : 35 % au plus aux autres associés, 49 % avec les coopératives (loi 47-1775, art. 3 bis).",
    largestHolder: "La moitié du capital au plus (loi 78-763, art. 24).",
    employedNumber: "Deux au moins en SARL ou en SAS, sept en SA (loi 78-763, art. 5).",
    categories:
      "Trois au moins, dont les salariés (à défaut, les producteurs) et les bénéficiaires (loi 47-1775, art. 19 septies).",
    publicCapital: "La moitié du capital au plus (loi 47-1775, art. 19 septies).",
    collegeWeights: "Trois collèges au moins, de 10 à 50 % des voix chacun (loi 47-1775, art. 19 octies).",
  },
  remedies: {
    employedCapital:
      "Faites souscrire des salariés, ou rendez des parts des autres associés. Une SCOP d’amorçage a sept ans pour y venir (loi 2014-856).",
    employedVotes: "Faites admettre des salariés par l’assemblée, avant de nouveaux associés extérieurs.",
    largestHolder: "Rendez des parts de cet associé, ou faites souscrire les autres.",
    employedNumber:
      "Faites admettre des salariés : au bout d’un an, le tribunal peut prononcer la dissolution (loi 78-763, art. 5).",
    categories: "Faites admettre un associé de chaque catégorie qui manque.",
    publicCapital: "Faites souscrire d’autres associés, ou rendez des parts des collectivités.",
    collegeWeights: "Faites voter d’autres poids, en assemblée extraordinaire, puis enregistrez-les dans les statuts.",
  },
  since: "Dépassée depuis le {day} au moins.",
  /** What to look at when the figures do not decide. */
  check: "Réglez d’abord ce qui est à vérifier : les contrats, les collèges, les statuts.",
  lines: {
    nobody: "Aucun associé admis.",
    noCapital: "Aucune part souscrite : il n’y a rien à mesurer.",
    employedCapital: "{amount} sur {total}, soit {share} du capital.",
    unsureCapital: "Personnes à vérifier : {amount}.",
    betweenHalves: "Sous l’usage des 51 %, sans que les autres passent la moitié : faites confirmer.",
    employedVotes: "Associés salariés : {count} sur {members}, soit {share} des voix.",
    cooperatives: "Coopératives parmi les autres : {count}.",
    untoldVotes: "Structures d’un collège qui ne dit pas qui il réunit : {count}.",
    unsureVotes: "Personnes à vérifier : {count}.",
    largestHolder: "{name} : {amount} sur {total}, soit {share} du capital.",
    employedNumber: "Associés salariés : {count}, pour {least} au moins.",
    employedNumberAny: "Associés salariés : {count}.",
    companyUntold: "Les statuts ne disent pas encore si la société est une SARL, une SAS ou une SA.",
    categories: "Présentes : {kinds}.",
    categoriesMissing: "Il manque : {kinds}.",
    categoriesUntold: "Un collège ne dit pas qui il réunit.",
    producersOnly: "Les producteurs ne suffisent que si la coopérative n’emploie personne.",
    publicCapital: "{amount} sur {total}, soit {share} du capital.",
    untoldCapital: "Structures d’un collège qui ne dit pas qui il réunit : {amount}.",
    collegeWeights: "De {least} (« {lightest} ») à {most} (« {heaviest} ») des voix.",
    noWeights: "Aucun poids dans les statuts : un associé, une voix.",
    emptyCollege: "« {college} » n’a aucun associé : son poids se reporte sur les autres.",
  },
  counted: "Qui compte comme salarié",
  byContract: "Par un CESA en cours (C. trav. L7331-1 et L7331-2) : {count}.",
  byCollege: "Par leur collège, sans CESA ici : {count}.",
  outside: "Ne comptent pas : {count}.",
  toCheck: "À vérifier : {count}.",
  reasons: {
    cape: "CAPE en cours, au collège des salariés : un CAPE n’est pas un contrat de travail",
    ended: "CESA terminé, toujours au collège des salariés",
    untold: "aucun CESA, et un collège qui ne dit pas qui il réunit",
  },
  collegesUntold: "Ne disent pas qui ils réunissent : {colleges}.",
  aheadTitle: "À voir : les limites de la loi",
  ahead: "{limits}.",
  see: "Voir les limites",
  knowing: "Enregistrer quand même ce mouvement",
  refusals: {
    "limit.employedCapital":
      "Après ce mouvement les associés salariés n’auraient plus la moitié du capital : {share} (loi 78-763, art. 26 bis). Cochez « Enregistrer quand même » si c’est voulu.",
    "limit.largestHolder":
      "Après ce mouvement {name} détiendrait {share} du capital, plus de la moitié (loi 78-763, art. 24). Cochez « Enregistrer quand même » si c’est voulu.",
    "limit.publicCapital":
      "Après ce mouvement les collectivités détiendraient {share} du capital, plus de la moitié (loi 47-1775, art. 19 septies). Cochez « Enregistrer quand même » si c’est voulu.",
  },
} as const;

export type LimitWords = Translation<typeof fr>;
