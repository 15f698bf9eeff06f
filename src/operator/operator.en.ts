import type { Translation } from "#kernel/language.ts";
import type { fr } from "./operator.fr.ts";

export const en: Translation<typeof fr> = {
  starting: "Essaim is starting…",
  listening: "Essaim answers at {url}",
  demoAccounts: "Log-ins of the demonstration (password: {password})",
  demoAccount: "  {role}: {email}",
  demoWriting: "The demonstration is being written meanwhile: what is already there can be used.",
  demoDone: "The demonstration is written, in {seconds} s.",
  demoFailed: "The demonstration stopped: {reason} It goes on at the next start.",
  demoRefused:
    "No demonstration at this public address, since everybody knows its password. With --demo, it is written all the same.",
  firstRun: "Open {url} to create your cooperative.",
  notEmpty: "There is a cooperative in these data already: the first-run page stays closed.",
  stopHint: "Ctrl-C to stop.",
  stopping: "Stopping: requests already received are being answered…",
  stopped: "Essaim has stopped.",
  stoppedHard: "Stopping took too long: Essaim closes. What is recorded is safe.",
  settingsWrong: "Setting refused: {problem}",
  portTaken: "Port {port} is taken by another program. Close it, or choose another one: PORT=3001.",
  portForbidden: "Your account may not use port {port}. Choose one above 1024: PORT=3000.",
  databaseAway: "The database does not answer: {reason} Next try in {seconds} s.",
  databaseBack: "The database answers again.",
  databaseAddress: "DATABASE_URL must look like postgres://user:password@host:5432/database",
  databaseRefused: "The database refuses this account or password: check DATABASE_URL. It answers: {reason}",
  databaseMissing: "This database does not exist on the server yet: create it, then start again. It answers: {reason}",
  databaseRights:
    "The account of DATABASE_URL must be able to create accounts (CREATEROLE) and own the database, or be a superuser. The database answers: {reason}",
  folderRefused: "Nothing can be written in {path}: choose another data folder (ESSAIM_DATA). {reason}",
  unexpected: "Unexpected error: {reason}",
  unknownCommand: "Unknown command: {command}. “essaim help” gives the list.",
  wrongOption: "Option refused: {reason}",
  missingOption: "{option} is missing.",
  migrated: "{count} database migrations applied.",
  migratedNone: "The database is up to date.",
  noCooperative: "No cooperative is called {slug}.",
  cooperativeMade: "The cooperative {name} is created: {url}",
  networkMade: "The network {name} is created: {url}",
  invitation: "Invitation link of {name}, good for seven days and one use: {link}",
  alreadyHasPassword: "{name} has an account already: the password does not change.",
  backupDone: "Backup written: {file} ({size}, {tables} tables, {rows} rows, {files} files).",
  backupMissing: "{count} files are missing on the disk: the backup is incomplete.",
  backupSecret: "Keep the instance's secret too ({path}), apart from the backup: it opens the one-time codes.",
  backupExists: "The file {file} exists already: nothing was written.",
  dataKeysWrong:
    "The data keys cannot be read (ESSAIM_DATA_KEYS, or data/keys/data-keys): each is written name=64 hexadecimal digits, and a name serves once.",
  backupDataKeys:
    "Keep the data keys too ({path}), apart from the backup and in two places: without them, social security numbers and health do not open any more.",
  keysRotated: "{count} records encrypted again under the key {key}.",
  keysKept: "Older keys stay: older backups need them. Keep a new copy of {path}.",
  keysClosed: "No key opens {count} records: they stay as they are. “essaim check” names the key that is missing.",
  restoreDone: "Restored: {tables} tables, {rows} rows, {files} files, all as announced.",
  restoreNotEmpty: "The database holds data already ({table}): restoring needs an empty one.",
  restoreUnreadable: "{file} is not a readable backup: {reason}",
  restoreNewer: "This backup comes from a newer Essaim (migration {migration}). Install that version first.",
  restoreChanged: "The backup is not what it announces ({what}): nothing was restored.",
  verifyGood: "{cooperative}: {entries} entries, chain intact.",
  verifyBroken: "{cooperative}, fiscal year {year}: the chain breaks at entry no. {number} ({reason}).",
  verifyNone: "No cooperative: nothing to verify.",
  fecDone: "FEC written: {file} ({lines} lines), description: {description}.",
  fecFaults: "This FEC has {count} faults, the first on line {line}. The page “FEC” explains each of them.",
  fecNoYear: "No fiscal year ends in {year}.",
  checkGood: "good",
  checkWarning: "to see",
  checkBad: "to fix",
  check: {
    settings: "Settings",
    data: "Data folder: {path}",
    disk: "Free space: {free}",
    diskLow: "Free space: {free}, less than 1 GB.",
    secret: "Instance secret: {path}",
    secretOpen: "Other accounts can read the secret {path}. Run: chmod 600 {path}",
    secretShort: "The instance secret is too short: at least 32 characters.",
    secretMissing: "There is no instance secret yet: it will be made by the first start.",
    dataKeys: "Data keys: {path}, {count} in all, “{key}” encrypts",
    dataKeysNone: "There are no data keys yet: the first start will make one.",
    dataKeysBad: "The data keys cannot be read: {reason}",
    dataKeysOpen: "Other accounts can read the data keys {path}. Run: chmod 600 {path}",
    dataKeysAway:
      "The data key “{key}” is missing: {count} records do not open. Add its line, kept apart, without taking the others away.",
    database: "Database: PostgreSQL {version}, {place}",
    databaseEmbedded: "embedded",
    databaseAway: "The database does not answer: {reason}",
    databaseOld: "PostgreSQL {version} is too old: version 15 at least.",
    roleBound: "The service account {role} is bound by the separation of cooperatives.",
    roleUnbound: "The service account is not bound by the separation of cooperatives: {reason}",
    migrations: "Database migrations: {count}, all applied",
    migrationsMissing: "{count} database migrations are missing. Run: essaim migrate",
    migrationsChanged: "The migration {name} was changed after it was applied.",
    filesOnDisk: "Files: in the folder {path}",
    filesInBucket: "Files: the S3 bucket {bucket} ({endpoint}) keeps and gives back",
    filesBucketPlain: "Files: the S3 bucket {bucket} ({endpoint}) is reached without HTTPS.",
    filesBucketBad: "Files: the S3 bucket {bucket} does not serve ({reason}).",
    scanner: "Antivirus: {version} answers and knows the test file. {away}",
    scannerNone: "Antivirus: none (ESSAIM_CLAMD); files are kept unchecked.",
    scannerBad: "Antivirus: {address} does not answer ({reason}).",
    scannerBlind: "Antivirus: {version} answers but does not know the EICAR test file; its signatures are missing.",
    scannerRefuses: "When it is silent, files are refused.",
    scannerAccepts: "When it is silent, files are kept with a mark and checked later.",
    smtp: "Mail: the server answers",
    smtpNone: "Mail: no server (SMTP_URL); messages stay in the outgoing box.",
    smtpBad: "Mail: the server does not answer ({reason}).",
    publicUrl: "Public address: {url}",
    publicUrlPlain: "Public address {url}: without HTTPS, passwords travel in clear.",
  },
  help: `essaim: the operator's command line

  serve [--empty | --demo]        opens the application (npm start)
  create-cooperative --slug atelier --name "…" --siren … --email … --first-name … --last-name …
                                  makes a cooperative and its administrator, gives an invitation link
  create-network --name "…" …      the same for a network of cooperatives (SIREN and SIRET optional)
  migrate                         brings the database up to date
  backup FILE                     backs everything up (database and files) in one file
  restore FILE                    restores a backup into an empty database
  verify                          verifies the chains of entries of each cooperative
  export-fec --cooperative atelier --year 2026 --out FOLDER
  rotate-keys                     encrypts data of payroll and health again, under a new key
  check                           checks the configuration
  help                            this page

Settings, from the environment: PORT, HOST, ESSAIM_PUBLIC_URL, ESSAIM_DATA, DATABASE_URL, SMTP_URL,
ESSAIM_MAIL_FROM, ESSAIM_TRUSTED_PROXIES, ESSAIM_SECRET, ESSAIM_DATA_KEYS, ESSAIM_LOG=json,
ESSAIM_S3_BUCKET, ESSAIM_S3_ENDPOINT, ESSAIM_S3_REGION, ESSAIM_S3_ACCESS_KEY, ESSAIM_S3_SECRET_KEY, ESSAIM_S3_PATH_STYLE,
ESSAIM_S3_PREFIX, ESSAIM_CLAMD, ESSAIM_CLAMD_AWAY, ESSAIM_CLAMD_MAX_BYTES, ESSAIM_CLAMD_TIMEOUT`,
  page: {
    starting: "Essaim is starting. This page opens by itself in a few seconds.",
    databaseAway:
      "The database does not answer. Nothing is lost or half-saved: this page opens by itself when it is back.",
    databaseAwayUnsafe: "The database does not answer. Nothing is half-saved: go back and send again in a moment.",
    diskFull: "The server's disk is full. Nothing is half-saved. Please tell whoever looks after the server.",
    failed: "An error on our side kept this page from showing. Your data is safe.",
  },
};
