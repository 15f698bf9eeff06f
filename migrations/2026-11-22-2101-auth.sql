-- Identity: the tables of the sign-in library (better-auth 1.7, with two-factor and passkey), in the form its own
-- tooling gives, and our log of sign-ins. Only the role essaim_auth reads and writes them; passwords are scrypt hashes.
create schema auth;
grant usage on schema auth to essaim_auth, essaim_backup;

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth."passkey" (
  "id" text not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on auth."passkey" ("userId");
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

-- Ours: who signed in or failed to, when and from where. Shown to that user; it also slows down guessing one account.
-- What was typed is kept as a keyed hash only, so that guesses on unknown addresses are slowed down alike.
create table auth.sign_in_attempt (
  id uuid not null primary key,
  account_key text,
  user_id text references auth."user" ("id") on delete cascade,
  at timestamptz not null,
  method text not null check (method in ('password', 'code', 'backup_code', 'passkey')),
  outcome text not null check (outcome in ('success', 'code_needed', 'failure', 'too_many')),
  address text not null default '',
  user_agent text not null default ''
);
create index sign_in_attempt_user on auth.sign_in_attempt (user_id, at desc);
create index sign_in_attempt_account on auth.sign_in_attempt (account_key, at desc) where account_key is not null;
create index sign_in_attempt_at on auth.sign_in_attempt (at);

grant select, insert, update, delete on all tables in schema auth to essaim_auth;
revoke update on auth.sign_in_attempt from essaim_auth;
grant select on all tables in schema auth to essaim_backup;
