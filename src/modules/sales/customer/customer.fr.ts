/** French words of the customer: fields, refusals. customer.en.ts has the same keys. */
export const fr = {
  kinds: { company: "Entreprise, association, collectivité", individual: "Particulier" },
  referrers: {
    nobody: "Personne, ou je ne sais pas",
    activity: "Une autre activité de la coopérative",
    cooperative: "Une autre coopérative",
  },
  fieldsOf: {
    kind: "Ce client est",
    name: "Nom",
    siren: "SIREN",
    siret: "SIRET",
    vatNumber: "N° de TVA",
    contactName: "Personne à contacter",
    email: "E-mail",
    phone: "Téléphone",
    street: "Adresse",
    postalCode: "Code postal",
    city: "Ville",
    country: "Pays",
    electronicAddress: "Adresse de facturation électronique",
    buyerReference: "Référence à rappeler",
    paymentDays: "Délai de paiement (jours)",
    note: "Note pour vous",
    referredBy: "Recommandé par",
  },
  fields: {
    "customer.tooLong": "Ce texte est trop long.",
    "customer.companyName": "Écrivez le nom de votre client.",
    "customer.personName": "Écrivez le prénom et le nom de votre client.",
    "customer.email": "Cette adresse n’est pas complète. Écrivez par exemple prenom@exemple.fr.",
    "customer.country": "Choisissez un pays de la liste.",
    "customer.siren": "Ce SIREN ne tombe pas juste. Il a 9 chiffres : vérifiez-les.",
    "customer.sirenMissing":
      "Il manque le SIREN ou le SIRET de votre client. Vous le trouverez sur ses papiers ou sur annuaire-entreprises.",
    "customer.siret": "Ce numéro ne tombe pas juste. Un SIREN a 9 chiffres, un SIRET 14 : vérifiez-les.",
    "customer.siretOfOther": "Ce SIRET n’est pas celui de ce SIREN : ses 9 premiers chiffres devraient être les mêmes.",
    "customer.vatNumber": "Ce numéro de TVA ne tombe pas juste. Vérifiez ses lettres et ses chiffres.",
    "customer.vatOfOther": "Ce numéro de TVA n’est pas celui de ce SIREN.",
    "customer.street": "Écrivez le numéro et la rue.",
    "customer.city": "Écrivez la ville.",
    "customer.postalCode": "Écrivez le code postal, 5 chiffres.",
    "customer.electronicAddress": "Cette adresse commence par le SIREN, par exemple 732829320_ACHATS.",
    "customer.referredBy": "Écrivez « Une autre activité de la coopérative » ou « Une autre coopérative », ou rien.",
    "customer.paymentDays": "Écrivez un nombre de jours entre 0 et 60.",
  },
  refusals: {
    "customer.missing": "Ce client n’existe pas, ou vous n’y avez pas accès.",
    "customer.notAllowed": "Vous n’avez pas le droit de changer cette fiche. Demandez à votre coopérative.",
    "customer.erased":
      "Cette fiche a été effacée : le délai de conservation est passé. Créez une nouvelle fiche pour ce client.",
    "customer.changedMeanwhile":
      "Quelqu’un d’autre a modifié cette fiche pendant que vous y travailliez. Votre saisie est gardée ici ; rechargez pour voir l’autre version.",
    "customer.importHasErrors":
      "Rien n’est importé. Lignes à corriger : {count}. Corrigez le fichier, ou prenez seulement les lignes justes.",
    "customer.importEmpty": "Ce fichier n’a aucune ligne à importer.",
  },
} as const;
