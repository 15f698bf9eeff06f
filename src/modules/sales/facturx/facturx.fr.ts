/** French words of the checks before a document takes its number. facturx.en.ts has the same keys. */
export const fr = {
  mentions: {
    PMT: "frais de recouvrement",
    PMD: "pénalités de retard",
    AAB: "escompte",
    TXD: "taxe",
    BAR: "traitement du document",
  },
  refusals: {
    "facturx.number.characters":
      "Le numéro {number} contient un caractère refusé. Gardez des lettres sans accent, des chiffres et les signes + - _ /.",
    "facturx.number.tooLong": "Le numéro {number} dépasse {limit} caractères. Raccourcissez le modèle de numéro.",
    "facturx.date.outOfRange": "La date {date} n’est pas entre 2000 et 2099. Corrigez-la.",
    "facturx.dueDate.beforeIssue":
      "L’échéance ({dueDate}) tombe avant la date du document ({issueDate}). Choisissez une échéance plus tardive.",
    "facturx.period.backwards": "La période finit ({end}) avant de commencer ({start}).",
    "facturx.note.missing": "Il manque la mention « {mention} ». La coopérative la règle dans ses mentions légales.",
    "facturx.note.repeated": "La mention « {mention} » figure {count} fois. Elle doit figurer une seule fois.",
    "facturx.note.processing": "Le traitement « {value} » n’existe pas. Choisissez B2B, B2BINT, B2C ou OUTOFSCOPE.",
    "facturx.note.consumer":
      "{buyer} est un particulier : le document doit être traité comme une vente à un particulier.",
    "facturx.note.consumerIndemnity":
      "L’indemnité de 40 € ne s’applique pas à un particulier. Retirez-la des mentions de ce document.",
    "facturx.preceding.missing": "Un avoir doit nommer la facture qu’il annule ou corrige, avec sa date.",
    "facturx.preceding.one": "Une facture rectificative remplace une seule facture : nommez-la.",
    "facturx.preceding.number":
      "Le numéro {number} de la facture d’origine contient un caractère refusé ou est trop long.",
    "facturx.process.final": "Un acompte ne peut pas être une facture de solde.",
    "facturx.process.paid":
      "Ce document est noté « déjà payé », mais il reste {due} à payer. Enregistrez le paiement en entier.",
    "facturx.process.paidDate": "Ce document est noté « déjà payé » : indiquez la date du paiement.",
    "facturx.seller.name": "Il manque la raison sociale de la coopérative.",
    "facturx.seller.siren": "Le SIREN de la coopérative doit avoir 9 chiffres.",
    "facturx.seller.siret": "Le SIRET de la coopérative doit avoir 14 chiffres et commencer par son SIREN.",
    "facturx.seller.vatNumber": "Le numéro de TVA de la coopérative doit commencer par son pays, par exemple FR.",
    "facturx.seller.electronicAddress":
      "L’adresse de facturation électronique de la coopérative manque ou contient un caractère refusé.",
    "facturx.seller.address": "Il manque l’adresse de la coopérative.",
    "facturx.buyer.name": "Il manque le nom du client.",
    "facturx.buyer.siren": "Il manque le SIREN de {buyer} (9 chiffres). Complétez la fiche du client.",
    "facturx.buyer.siret": "Le SIRET de {buyer} doit avoir 14 chiffres et commencer par son SIREN.",
    "facturx.buyer.vatNumber": "Le numéro de TVA de {buyer} doit commencer par son pays, par exemple FR.",
    "facturx.buyer.vatNumberMissing":
      "{buyer} doit payer la TVA à votre place : il faut son numéro de TVA. Complétez la fiche du client.",
    "facturx.buyer.electronicAddress":
      "L’adresse de facturation électronique de {buyer} manque ou contient un caractère refusé.",
    "facturx.buyer.directoryAddress":
      "L’adresse de facturation électronique de {buyer} doit commencer par son SIREN. Complétez la fiche du client.",
    "facturx.buyer.email": "L’adresse e-mail de {buyer} ne se lit pas : {email}.",
    "facturx.buyer.address": "Il manque l’adresse de {buyer}. Complétez la fiche du client.",
    "facturx.country": "Le pays « {country} » n’est pas un code de pays connu.",
    "facturx.delivery.missing":
      "Pour une livraison vers un autre pays de l’Union, indiquez la date et le pays de livraison.",
    "facturx.lines.missing": "Ajoutez au moins une ligne à facturer.",
    "facturx.line.id": "Deux lignes portent le repère {id}.",
    "facturx.line.name": "Dites ce que vous facturez à la ligne {line}.",
    "facturx.line.unit": "L’unité « {unit} » de la ligne {line} n’est pas connue. Choisissez-en une dans la liste.",
    "facturx.line.unitPrice":
      "Le prix unitaire de la ligne {line} est négatif. Mettez une quantité négative et un prix positif.",
    "facturx.amount.tooLong": "Le nombre {value} est trop grand pour une facture.",
    "facturx.allowance.reason": "Dites pourquoi vous accordez la remise de {amount}.",
    "facturx.payment.account":
      "Un paiement par virement demande un IBAN. La coopérative le règle dans ses comptes bancaires.",
    "facturx.payment.means": "Le moyen de paiement « {code} » n’est pas connu.",
    "facturx.vat.rate": "Le taux de TVA de {rate} n’est pas accepté en France.",
    "facturx.vat.zero": "Un taux de TVA normal ne peut pas être de 0 %. Choisissez une exonération.",
    "facturx.vat.notZero": "Une vente exonérée ou sans TVA ne peut pas porter un taux de {rate}.",
    "facturx.vat.exemptionMissing": "Dites pourquoi il n’y a pas de TVA : choisissez le cas et sa mention légale.",
    "facturx.vat.exemptionUnknown": "Le motif d’exonération « {code} » n’est pas connu.",
    "facturx.vat.exemptionUseless": "Une ligne avec TVA ne porte pas de motif d’exonération.",
    "facturx.vat.exemptionCreditNote": "Le motif « {code} » est réservé aux avoirs.",
    "facturx.vat.twoExemptions":
      "Ce document a deux motifs d’exonération de même sorte. Faites deux documents, un par motif.",
    "facturx.vat.outOfScopeAlone":
      "Une vente hors du champ de la TVA ne peut pas être sur le même document qu’une vente soumise à la TVA. Faites deux documents.",
    "facturx.vat.breakdown": "Le tableau de TVA ne correspond pas aux lignes ({category} {rate}).",
    "facturx.vat.taxable": "La base de TVA à {rate} est de {given} alors que les lignes donnent {computed}.",
    "facturx.vat.tax": "La TVA à {rate} est de {given} alors que la base donne {computed}.",
    "facturx.total.lines": "Le total des lignes est de {given} alors qu’elles donnent {computed}.",
    "facturx.total.allowances": "Le total des remises est de {given} alors qu’elles donnent {computed}.",
    "facturx.total.net": "Le total hors taxes est de {given} alors que le calcul donne {computed}.",
    "facturx.total.tax": "Le total de TVA est de {given} alors que le calcul donne {computed}.",
    "facturx.total.gross": "Le total toutes taxes comprises est de {given} alors que le calcul donne {computed}.",
    "facturx.total.due": "Le reste à payer est de {given} alors que le calcul donne {computed}.",
  },
} as const;
