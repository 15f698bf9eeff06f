import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { House } from "#kernel/actor.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { createCooperative, type NewCooperative } from "#modules/membership/index.server.ts";
import { fieldsOf } from "#platform/command.ts";
import type { Settings } from "#platform/settings.ts";
import { fieldSentence, sentence } from "../refusals.ts";
import { openRuntime } from "../runtime.ts";
import { openDatabaseServer } from "./database.entry.ts";
import { say } from "./say.entry.ts";
import { instanceSecret } from "./secret.entry.ts";

/** Options of the command, by the field of the form that each one fills. */
export const COOPERATIVE_OPTIONS = {
  name: "legalName",
  slug: "slug",
  "legal-form": "legalForm",
  siren: "siren",
  siret: "siret",
  "vat-number": "vatNumber",
  rcs: "rcs",
  street: "street",
  "postal-code": "postalCode",
  city: "city",
  email: "email",
  phone: "phone",
  iban: "iban",
  bic: "bic",
  "time-zone": "timeZone",
  "first-name": "firstName",
  "last-name": "lastName",
  "administrator-email": "administratorEmail",
} as const satisfies Record<string, keyof NewCooperative>;

const FOUNDER = ["first-name", "last-name", "administrator-email"];
/** A network may be an informal family of cooperatives: it has a name. */
const REQUIRED: Readonly<Record<House, readonly string[]>> = {
  cae: ["name", "siren", "siret", ...FOUNDER],
  network: ["name", ...FOUNDER],
};

/** The required options that are missing, to be told together. */
export function missingOptions(
  values: Readonly<Record<string, string | boolean | undefined>>,
  house: House = "cae",
): string[] {
  return REQUIRED[house]
    .filter((name) => typeof values[name] !== "string" || values[name] === "")
    .map((name) => `--${name}`);
}

/** Makes a cooperative, or a network, and its administrator, and prints the link where that person chooses a password. Exit code. */
export async function createCooperativeFromTerminal(
  settings: Settings,
  log: Logger,
  values: Readonly<Record<string, string | boolean | undefined>>,
  house: House = "cae",
): Promise<number> {
  const input: Record<string, string> = {};
  for (const [option, field] of Object.entries(COOPERATIVE_OPTIONS)) {
    const value = values[option];
    if (typeof value === "string") input[field] = value;
  }
  let link = "";
  const server = await openDatabaseServer(settings, log, { shared: true });
  try {
    const secret = await instanceSecret(settings);
    const runtime = await openRuntime({
      settings,
      server,
      secret,
      log,
      onAccountMail: (mail) => {
        link = /https?:\S+/.exec(mail.text)?.[0] ?? "";
      },
    });
    try {
      const { identity, installers } = runtime.app;
      const email = input.administratorEmail ?? "";
      const cooperativeName = input.legalName ?? "";
      const invitation = { key: randomUUID(), email, name: input.firstName ?? "", cooperativeName };
      const userId = await identity.invite(invitation);
      const created = await createCooperative(runtime.app, input as NewCooperative, { userId, installers, house });
      if (isRefusal(created)) return complainOf(created);
      say(house === "cae" ? "cooperativeMade" : "networkMade", {
        name: cooperativeName,
        url: `${settings.publicUrl}/${created.slug}`,
      });
      if ((await identity.whoCanSignIn([userId])).has(userId)) say("alreadyHasPassword", { name: email });
      else say("invitation", { name: email, link });
      return 0;
    } finally {
      await runtime.close();
    }
  } finally {
    await server.close();
  }
}

function complainOf(refusal: Refusal): number {
  process.stderr.write(`${sentence(refusal, "fr")}\n${sentence(refusal, "en")}\n`);
  for (const [field, code] of Object.entries(fieldsOf(refusal))) {
    const option = Object.entries(COOPERATIVE_OPTIONS).find(([, name]) => name === field)?.[0] ?? field;
    process.stderr.write(`  --${option}: ${fieldSentence(code, "fr")} / ${fieldSentence(code, "en")}\n`);
  }
  return 1;
}
