/** French words of identity: refusals, and the mails that the library of sign-ins sends. */
export const fr = {
  refusals: {
    "identity.wrong": "L’adresse e-mail ou le mot de passe ne correspond pas.",
    "identity.tooMany": "Trop d’essais. Réessayez dans {minutes} minutes, ou changez votre mot de passe.",
    "identity.slowDown": "Trop de demandes à la suite. Attendez une minute, puis réessayez.",
    "identity.wrongCode": "Ce code ne correspond pas. Prenez celui que votre application affiche en ce moment.",
    "identity.codeExpired": "Trop de temps a passé. Recommencez par votre adresse e-mail et votre mot de passe.",
    "identity.wrongPassword": "Ce n’est pas votre mot de passe actuel.",
    "identity.linkExpired": "Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.",
    "identity.signedOut": "Votre connexion a pris fin. Connectez-vous de nouveau.",
    "identity.codeAlreadySet": "La double vérification est déjà active.",
    "identity.noSuchSession": "Cet appareil est déjà déconnecté.",
    "identity.noSuchPasskey": "Cette clé d’accès n’existe plus.",
    "password.tooShort": "Choisissez au moins {minimum} caractères. Une phrase fait très bien l’affaire.",
    "password.tooLong": "Choisissez {maximum} caractères au plus.",
    "password.tooSimple":
      "Ce mot de passe se devine trop facilement. Une phrase de quelques mots fait très bien l’affaire.",
  },
  mails: {
    reset: {
      subject: "Choisir un nouveau mot de passe",
      text: `Bonjour {name},

Vous avez demandé à changer votre mot de passe. Ce lien sert une seule fois, pendant une heure :

{link}

Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.`,
    },
    invitation: {
      subject: "{cooperative} vous ouvre son espace",
      text: `Bonjour {name},

{cooperative} vous ouvre un accès à Essaim : vos devis, vos factures et votre argent disponible. Choisissez votre mot de passe :

{link}

Ce lien sert une seule fois, pendant sept jours. Passé ce délai, demandez-en un autre à votre coopérative.`,
    },
    welcome: {
      subject: "{cooperative} vous ouvre son espace",
      text: `Bonjour {name},

{cooperative} vous ouvre un accès à Essaim. Vous avez déjà un compte : connectez-vous comme d’habitude.

{link}`,
    },
    changed: {
      subject: "Votre mot de passe a changé",
      text: `Bonjour {name},

Le mot de passe de votre compte vient de changer, et vos autres appareils sont déconnectés.

Ce n’était pas vous ? Choisissez tout de suite un nouveau mot de passe :

{link}`,
    },
  },
} as const;

export type IdentityRefusalCode = keyof typeof fr.refusals;
