/** French sentences of a field's code and of what the platform itself refuses. Modules add no code here without its sentence. */
import { fr as upload } from "#kernel/upload-problem.fr.ts";

export const fr = {
  fields: {
    "field.required": "Remplissez ce champ.",
    "field.choose": "Choisissez une des possibilités.",
    "field.customer": "Choisissez un client de la liste, ou ajoutez-en un.",
    "field.tooLong": "C’est trop long. Raccourcissez un peu.",
    "field.tooShort": "C’est trop court.",
    "field.number": "Écrivez un nombre.",
    "field.wholeNumber": "Écrivez un nombre entier.",
    "field.tooLarge": "Ce nombre est trop grand.",
    "field.negative": "Écrivez un nombre positif.",
    "field.amount": "Écrivez un montant, par exemple 1 250,50.",
    "field.quantity": "Écrivez une quantité, par exemple 1,5.",
    "field.percent": "Écrivez un pourcentage, par exemple 5,5.",
    "field.day": "Écrivez une date, par exemple 15/03/2026.",
    "field.time": "Écrivez une heure, par exemple 14 h 30.",
    "field.month": "Choisissez un mois, par exemple mars 2026.",
    "field.periodBackwards": "La période finit avant de commencer.",
    "field.agreement": "Cochez la case pour donner votre accord.",
    "field.email": "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.",
    "field.website": "Écrivez l’adresse d’un site, par exemple https://exemple.fr.",
    "field.phone": "Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.",
    "field.siren": "Un SIREN compte 9 chiffres. Vérifiez ceux-ci sur annuaire-entreprises.data.gouv.fr.",
    "field.siret": "Un SIRET compte 14 chiffres. Vérifiez ceux-ci sur annuaire-entreprises.data.gouv.fr.",
    "field.vatNumber": "Ce numéro de TVA ne tient pas. Exemple : FR40303265045.",
    "field.iban": "Cet IBAN ne tient pas. Recopiez-le depuis votre relevé d’identité bancaire.",
    "field.bic": "Un BIC compte 8 ou 11 lettres et chiffres, par exemple AGRIFRPP882.",
    "field.postalCode": "Écrivez un code postal, par exemple 29200.",
    "field.rome": "Un code ROME a une lettre de A à N et quatre chiffres, par exemple F1603.",
    "field.country": "Choisissez un pays de la liste.",
    "field.colour": "Choisissez une couleur comme #0b5c55.",
    "field.paleColour": "Cette couleur est trop pâle : on ne la lirait pas sur du blanc.",
    "field.account": "Écrivez un numéro de compte du plan comptable, par exemple 706000.",
    "field.unit": "Choisissez une unité de la liste.",
    "field.exemption": "Dites pourquoi il n’y a pas de TVA.",
    "field.timeZone": "Choisissez un fuseau horaire de la liste.",
    "field.code": "Utilisez de 2 à 12 lettres majuscules et chiffres.",
    "field.slug": "Utilisez de 1 à 40 lettres minuscules, chiffres et tirets.",
    "field.other": "Cette valeur ne convient pas.",
  },
  refusals: {
    "input.invalid": "Certains champs sont à revoir.",
    "input.keyReused": "Ce formulaire a déjà été envoyé avec un autre contenu. Rechargez la page avant de recommencer.",
    "access.notMember": "Vous n’avez pas accès à cette coopérative.",
    "file.infected": upload.infected,
    "file.unchecked": upload.unchecked,
    "file.storeAway":
      "Le fichier n’a pas pu être gardé : le stockage ne répond pas. Envoyez-le de nouveau dans un instant.",
    "file.tooManyHeld":
      "Vous avez envoyé trop de fichiers sans enregistrer. Enregistrez d’abord, puis ajoutez les autres.",
  },
} as const;

export type FieldCode = keyof typeof fr.fields;
