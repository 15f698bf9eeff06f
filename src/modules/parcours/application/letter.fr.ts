/** Messages to candidates. letter.en.ts has the same keys. */
export const fr = {
  applied: {
    subject: "Votre demande à {cooperative}",
    body: "Bonjour {name},\n\nNous avons bien reçu votre demande. Une personne de l’équipe vous répondra.\n{meeting}\nCe lien est le vôtre, jusqu’au {until} : vous pouvez y compléter votre candidature, changer de réunion ou tout retirer.\n{link}\n\nSi vous n’avez rien demandé, ignorez ce message : rien ne vous sera envoyé d’autre.\n\nÀ bientôt,\n{cooperative}\n",
  },
  changed: {
    subject: "Votre inscription à {cooperative}",
    body: "Bonjour {name},\n\nVotre inscription est changée.\n{meeting}\nVotre lien, jusqu’au {until} :\n{link}\n\nÀ bientôt,\n{cooperative}\n",
  },
  meetingCancelled: {
    subject: "Réunion du {day} annulée",
    body: "Bonjour {name},\n\nLa réunion d’information du {day} à {time} n’aura pas lieu. Nous en sommes désolés.\nVous pouvez en choisir une autre ici, jusqu’au {until} :\n{link}\n\nÀ bientôt,\n{cooperative}\n",
  },
  refused: {
    subject: "Votre candidature à {cooperative}",
    body: "Bonjour {name},\n\nVous avez pris le temps de nous présenter votre projet, et nous l’avons lu avec attention.\nNous ne pouvons pas vous accueillir dans la coopérative aujourd’hui.\n\nCe n’est pas un jugement sur vous ni sur votre envie d’entreprendre. Vous pouvez nous écrire pour en parler, et revenir vers nous si votre projet change.\n\nNous vous souhaitons de belles suites,\n{author}\n{cooperative}\n",
  },
  meeting: "\nVotre place est réservée à la réunion d’information :\n{day} à {time}\n{where}\n",
  noMeeting: "\nAucune place ne vous est plus réservée.\n",
  event: "Réunion d’information, {cooperative}",
  file: "reunion",
} as const;
