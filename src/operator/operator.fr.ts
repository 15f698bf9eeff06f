/** Ce que lit la personne qui installe, lance ou exploite Essaim, dans son terminal. */
export const fr = {
  starting: "Essaim démarre…",
  listening: "Essaim répond sur {url}",
  demoAccounts: "Comptes de la démonstration (mot de passe : {password})",
  demoAccount: "  {role} : {email}",
  demoWriting: "La démonstration s'écrit pendant ce temps : ce qui est déjà là peut servir.",
  demoDone: "La démonstration est écrite, en {seconds} s.",
  demoFailed: "La démonstration s'est arrêtée : {reason} Elle reprendra au prochain démarrage.",
  demoRefused:
    "Pas de démonstration à cette adresse publique, car son mot de passe est connu de tous. Avec --demo, elle s'écrit quand même.",
  firstRun: "Ouvrez {url} pour créer votre coopérative.",
  notEmpty: "Une coopérative existe déjà dans ces données : la page de première ouverture reste fermée.",
  stopHint: "Ctrl-C pour arrêter.",
  stopping: "Arrêt en cours : les demandes reçues se terminent…",
  stopped: "Essaim est arrêté.",
  stoppedHard: "L'arrêt a trop duré : Essaim se ferme. Ce qui est enregistré est à l'abri.",
  settingsWrong: "Réglage refusé : {problem}",
  portTaken: "Le port {port} est déjà pris par un autre programme. Fermez-le, ou choisissez-en un autre : PORT=3001.",
  portForbidden: "Le port {port} n'est pas permis à votre compte. Choisissez un port au-dessus de 1024 : PORT=3000.",
  databaseAway: "La base de données ne répond pas : {reason} Nouvel essai dans {seconds} s.",
  databaseBack: "La base de données répond de nouveau.",
  databaseAddress: "DATABASE_URL doit ressembler à postgres://compte:motdepasse@machine:5432/base",
  databaseRefused:
    "La base de données refuse ce compte ou ce mot de passe : vérifiez DATABASE_URL. Elle répond : {reason}",
  databaseMissing: "Cette base n'existe pas encore sur le serveur : créez-la, puis relancez. Il répond : {reason}",
  databaseRights:
    "Le compte de DATABASE_URL doit pouvoir créer des comptes (CREATEROLE) et posséder la base, ou être superutilisateur. La base répond : {reason}",
  folderRefused: "On ne peut pas écrire dans {path} : choisissez un autre dossier de données (ESSAIM_DATA). {reason}",
  unexpected: "Erreur inattendue : {reason}",
  unknownCommand: "Commande inconnue : {command}. « essaim help » donne la liste.",
  wrongOption: "Option refusée : {reason}",
  missingOption: "Il manque {option}.",
  migrated: "{count} mises à jour de la base appliquées.",
  migratedNone: "La base est à jour.",
  noCooperative: "Aucune coopérative ne porte le nom {slug}.",
  cooperativeMade: "La coopérative {name} est créée : {url}",
  networkMade: "Le réseau {name} est créé : {url}",
  invitation: "Lien d'invitation de {name}, valable sept jours et une seule fois : {link}",
  alreadyHasPassword: "{name} a déjà un compte : son mot de passe ne change pas.",
  backupDone: "Sauvegarde écrite : {file} ({size}, {tables} tables, {rows} lignes, {files} fichiers).",
  backupMissing: "{count} fichiers manquent sur le disque : la sauvegarde est incomplète.",
  backupSecret:
    "Gardez aussi le secret de l'instance ({path}), ailleurs que la sauvegarde : il ouvre les codes à usage unique.",
  backupExists: "Le fichier {file} existe déjà : rien n'a été écrit.",
  dataKeysWrong:
    "Les clés des données ne se lisent pas (ESSAIM_DATA_KEYS, ou data/keys/data-keys) : chacune s'écrit nom=64 chiffres hexadécimaux, et un nom ne sert qu'une fois.",
  backupDataKeys:
    "Gardez aussi les clés des données ({path}), ailleurs que la sauvegarde et à deux endroits : sans elles, les numéros de sécurité sociale et la santé ne s'ouvrent plus.",
  keysRotated: "{count} fiches chiffrées de nouveau sous la clé {key}.",
  keysKept: "Les anciennes clés restent : d'anciennes sauvegardes en ont besoin. Gardez une nouvelle copie de {path}.",
  keysClosed:
    "{count} fiches ne s'ouvrent avec aucune clé : elles restent comme elles sont. « essaim check » nomme la clé qui manque.",
  restoreDone: "Restauration terminée : {tables} tables, {rows} lignes, {files} fichiers, tout est conforme.",
  restoreNotEmpty: "La base contient déjà des données ({table}) : une restauration demande une base vide.",
  restoreUnreadable: "{file} n'est pas une sauvegarde lisible : {reason}",
  restoreNewer:
    "Cette sauvegarde vient d'une version plus récente d'Essaim (mise à jour {migration}). Installez cette version d'abord.",
  restoreChanged: "La sauvegarde ne correspond pas à ce qu'elle annonce ({what}) : rien n'a été restauré.",
  verifyGood: "{cooperative} : {entries} écritures, chaîne intacte.",
  verifyBroken: "{cooperative}, exercice {year} : la chaîne est rompue à l'écriture n° {number} ({reason}).",
  verifyNone: "Aucune coopérative : rien à vérifier.",
  fecDone: "FEC écrit : {file} ({lines} lignes), description : {description}.",
  fecFaults: "Ce FEC a {count} anomalies, la première à la ligne {line}. La page « FEC » les explique une par une.",
  fecNoYear: "Aucun exercice ne finit en {year}.",
  checkGood: "bon",
  checkWarning: "à voir",
  checkBad: "à corriger",
  check: {
    settings: "Réglages",
    data: "Dossier des données : {path}",
    disk: "Place libre : {free}",
    diskLow: "Place libre : {free}, moins de 1 Go.",
    secret: "Secret de l'instance : {path}",
    secretOpen: "Le secret {path} est lisible par d'autres comptes. Faites : chmod 600 {path}",
    secretShort: "Le secret de l'instance est trop court : 32 caractères au moins.",
    secretMissing: "Le secret de l'instance n'existe pas encore : il sera créé au premier démarrage.",
    dataKeys: "Clés des données : {path}, {count} en tout, « {key} » chiffre",
    dataKeysNone: "Les clés des données n'existent pas encore : la première sera créée au premier démarrage.",
    dataKeysBad: "Les clés des données ne se lisent pas : {reason}",
    dataKeysOpen: "Les clés des données {path} sont lisibles par d'autres comptes. Faites : chmod 600 {path}",
    dataKeysAway:
      "Il manque la clé des données « {key} » : {count} fiches ne s'ouvrent pas. Ajoutez sa ligne, gardée à part, sans retirer les autres.",
    database: "Base de données : PostgreSQL {version}, {place}",
    databaseEmbedded: "intégrée",
    databaseAway: "La base de données ne répond pas : {reason}",
    databaseOld: "PostgreSQL {version} est trop ancien : il faut la version 15 au moins.",
    roleBound: "Le compte de service {role} est tenu par la séparation des coopératives.",
    roleUnbound: "Le compte de service n'est pas tenu par la séparation des coopératives : {reason}",
    migrations: "Mises à jour de la base : {count}, toutes appliquées",
    migrationsMissing: "{count} mises à jour de la base manquent. Faites : essaim migrate",
    migrationsChanged: "La mise à jour {name} a changé depuis qu'elle a été appliquée.",
    filesOnDisk: "Fichiers : dans le dossier {path}",
    filesInBucket: "Fichiers : l'espace S3 {bucket} ({endpoint}) garde et rend",
    filesBucketPlain: "Fichiers : l'espace S3 {bucket} ({endpoint}) est joint sans HTTPS.",
    filesBucketBad: "Fichiers : l'espace S3 {bucket} ne sert pas ({reason}).",
    scanner: "Antivirus : {version} répond et reconnaît le fichier d'essai. {away}",
    scannerNone: "Antivirus : aucun (ESSAIM_CLAMD) ; les fichiers sont gardés sans être vérifiés.",
    scannerBad: "Antivirus : {address} ne répond pas ({reason}).",
    scannerBlind:
      "Antivirus : {version} répond mais ne reconnaît pas le fichier d'essai EICAR ; ses signatures manquent.",
    scannerRefuses: "S'il se tait, les fichiers sont refusés.",
    scannerAccepts: "S'il se tait, les fichiers sont gardés avec une marque et vérifiés plus tard.",
    smtp: "Courrier : le serveur répond",
    smtpNone: "Courrier : aucun serveur (SMTP_URL) ; les messages restent dans la boîte d'envoi.",
    smtpBad: "Courrier : le serveur ne répond pas ({reason}).",
    publicUrl: "Adresse publique : {url}",
    publicUrlPlain: "Adresse publique {url} : sans HTTPS, les mots de passe circulent en clair.",
  },
  help: `essaim : la ligne de commande de l'exploitant

  serve [--empty | --demo]        ouvre l'application (npm start)
  create-cooperative --slug atelier --name "…" --siren … --email … --first-name … --last-name …
                                  crée une coopérative et son administrateur, donne un lien d'invitation
  create-network --name "…" …      de même pour un réseau de coopératives (SIREN et SIRET facultatifs)
  migrate                         met la base à jour
  backup FICHIER                  sauvegarde tout (base et fichiers) dans un fichier
  restore FICHIER                 restaure une sauvegarde dans une base vide
  verify                          vérifie les chaînes d'écritures de chaque coopérative
  export-fec --cooperative atelier --year 2026 --out DOSSIER
  rotate-keys                     chiffre de nouveau les données de paie et de santé, sous une nouvelle clé
  check                           contrôle la configuration
  help                            cette page

Réglages, par l'environnement : PORT, HOST, ESSAIM_PUBLIC_URL, ESSAIM_DATA, DATABASE_URL, SMTP_URL,
ESSAIM_MAIL_FROM, ESSAIM_TRUSTED_PROXIES, ESSAIM_SECRET, ESSAIM_DATA_KEYS, ESSAIM_LOG=json,
ESSAIM_S3_BUCKET, ESSAIM_S3_ENDPOINT, ESSAIM_S3_REGION, ESSAIM_S3_ACCESS_KEY, ESSAIM_S3_SECRET_KEY, ESSAIM_S3_PATH_STYLE,
ESSAIM_S3_PREFIX, ESSAIM_CLAMD, ESSAIM_CLAMD_AWAY, ESSAIM_CLAMD_MAX_BYTES, ESSAIM_CLAMD_TIMEOUT`,
  page: {
    starting: "Essaim démarre. Cette page s'ouvrira d'elle-même dans quelques secondes.",
    databaseAway:
      "La base de données ne répond pas. Rien n'est perdu ni enregistré à moitié : cette page s'ouvrira d'elle-même dès son retour.",
    databaseAwayUnsafe:
      "La base de données ne répond pas. Rien n'est enregistré à moitié : revenez en arrière et envoyez de nouveau dans un instant.",
    diskFull:
      "Le disque du serveur est plein. Rien n'est enregistré à moitié. Prévenez la personne qui s'occupe du serveur.",
    failed: "Une erreur de notre côté a empêché d'afficher cette page. Vos données sont à l'abri.",
  },
} as const;
