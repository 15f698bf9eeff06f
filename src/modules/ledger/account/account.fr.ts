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
    "account.twice": "Le compte {account} est déjà à la ligne {line} du fichier.",
    "account.stateUnknown": "L’état « {written} » n’existe pas. Écrivez « utilisable », « titre » ou « bloqué ».",
    "account.usedHeading": "Le compte {account} porte des écritures : il ne peut devenir un titre. Bloquez-le plutôt.",
    "account.needed":
      "Des factures, des paiements ou des paies s’écrivent d’eux-mêmes sur le compte {account} : bloqué, il les ferait refuser.",
    "account.fileLines": "{count} lignes du fichier sont à revoir. Rien n’a été enregistré.",
    "account.fileLong": "Le fichier contient plus de 10 000 comptes. Découpez-le.",
    "account.nothingNew": "Le fichier n’apporte rien de nouveau : le plan comptable contient déjà tout.",
    "account.fileEmpty": "Le fichier ne contient aucun compte.",
    "account.fileHeader": "La première ligne doit nommer les colonnes « compte » et « libellé ».",
    "account.forbidden": "Seules la comptabilité et la direction peuvent changer le plan comptable.",
    "journal.code": "Un code de journal a 1 à 8 lettres ou chiffres, sans accent ni espace : AC, BQ2…",
    "journal.labelCharacters": "Le nom d’un journal ne contient ni guillemet, ni barre, ni tabulation.",
    "journal.exists": "Le journal {journal} existe déjà.",
    "journal.unknown": "Le journal {journal} n’existe pas.",
  },
} as const;
