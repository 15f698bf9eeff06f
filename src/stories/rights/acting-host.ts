/** Where acts of the matrices are tried: the world's own database, as the application enters it, and every command there is. */
import pino from "pino";
import type { Instant } from "#kernel/day.ts";
import { loadDelegate } from "#modules/delegation/index.server.ts";
import { loadPresence } from "#modules/membership/index.server.ts";
import { openDatabaseServer } from "#operator/database.entry.ts";
import { instanceSecret } from "#operator/secret.entry.ts";
import type { Command, CommandHost } from "#platform/command.ts";
import { type Database, openDatabase, openPool } from "#platform/database/database.ts";
import { readSettings } from "#platform/settings.ts";
import { filesOf } from "#testing/catalogue/source.ts";
import { testVault } from "#testing/vault.ts";

export async function openActingHost(data: string): Promise<{ database: Database; host: CommandHost }> {
  const settings = readSettings({ ESSAIM_DATA: data });
  if ("problems" in settings) throw new Error(settings.problems.join("; "));
  const server = await openDatabaseServer(settings, pino({ level: "silent" }), { shared: true });
  const database = openDatabase(openPool(server.connection("app", await instanceSecret(settings)), 8));
  const clock = () => new Date().toISOString() as Instant;
  return { database, host: { database, clock, loadPresence, loadDelegate, wake: () => {}, vault: testVault } };
}

export type KnownCommands = {
  readonly commands: ReadonlyMap<string, Command<unknown, unknown>>;
  /** Acts that need no account: they have no actor, and their own type. */
  readonly publicNames: ReadonlySet<string>;
};

/** Every command of the modules, by its name. */
export async function readCommands(): Promise<KnownCommands> {
  const commands = new Map<string, Command<unknown, unknown>>();
  const publicNames = new Set<string>();
  for (const { path } of filesOf("src/modules/**/*.command.ts")) {
    const module = (await import(new URL(`../../../${path}`, import.meta.url).href)) as Record<string, unknown>;
    for (const value of Object.values(module)) {
      if (isCommand(value)) commands.set(value.name, value);
      if (isPublic(value)) publicNames.add(value.name);
    }
  }
  return { commands, publicNames };
}

function isCommand(value: unknown): value is Command<unknown, unknown> {
  return typeof value === "object" && value !== null && "run" in value && "input" in value && "name" in value;
}

function isPublic(value: unknown): value is { readonly name: string } {
  return typeof value === "object" && value !== null && "act" in value && "public" in value && value.public === true;
}
