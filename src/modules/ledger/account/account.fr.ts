import type { AccountStatus } from "./account.ts";

const states: Record<AccountStatus, string> = { usable: "Utilisable", heading: "Titre", blocked: "Bloqué" };

export const fr = {
  states,
  refusals: {
    "account.numberForm": "« {account} » n’est pas un numéro de compte : au moins trois chiffres, de la classe 1 à 8.",
    "account.notInPcg": "Le compte {account} ne commence comme aucun compte du plan comptable général.",
    "account.labelMissing": "Donnez un libellé au compte {account}.",
    "account.labelTooLong": "Le libellé du compte {account} dépasse 120 caractères.",
    "account.labelCharacters": "Le libellé du compte {account} contient un guillemet, une barre ou une tabulation.",
    "account.exists": "Le compte {account} existe déjà.",
    "account.unknown": "Le compte {account} n’existe pas.",
    "account.twice": "Le compte {account} est deux fois dans le fichier.",
    "account.fileEmpty": "Le fichier ne contient aucun compte.",
    "account.fileHeader": "La première ligne doit nommer les colonnes « compte » et « libellé ».",
    "account.forbidden": "Seules la comptabilité et la direction peuvent changer le plan comptable.",
  },
} as const;
