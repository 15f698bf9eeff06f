import type { Id } from "#kernel/id.ts";
import type { Identity } from "#platform/session/session.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import { ENTREPRENEURS, emailOf, FOUNDER, nameOf, type PersonKey, TEAM } from "./people.ts";

/** Public: only the demonstration ever makes accounts with it. */
export const DEMO_PASSWORD = "demo-essaim-2026";

/** The log-ins that the terminal prints. */
export const LOG_INS: readonly {
  readonly person: PersonKey;
  readonly role: { readonly fr: string; readonly en: string };
}[] = [
  { person: "samira", role: { fr: "entrepreneuse (Plomberie Roux)", en: "entrepreneur (Plomberie Roux)" } },
  {
    person: "karim",
    role: { fr: "équipe d’appui (relecture et comptabilité)", en: "support team (review and accounts)" },
  },
  { person: "gwenaelle", role: { fr: "paie", en: "payroll" } },
  { person: FOUNDER.key, role: { fr: "direction", en: "direction" } },
];

const { facilitator } = NETWORK_TEAM;

/** What the terminal and the sign-in page show: the log-ins, then that of the network, made at the end of the story. */
export const SHOWN_LOG_INS = [
  ...LOG_INS.map(({ person, role }) => ({ name: nameOf(person), email: emailOf(person), role })),
  {
    name: `${facilitator.firstName} ${facilitator.lastName}`,
    email: facilitator.email,
    role: { fr: "animation d’un réseau de six coopératives", en: "facilitation of a network of six cooperatives" },
  },
];

/** Hashing a password takes the time it must: so many at once. */
const AT_ONCE = 4;

/** The account of one person of the story. */
export function accountOf(
  identity: Pick<Identity, "ensureUser">,
  person: { key: PersonKey; firstName: string; lastName: string },
) {
  return identity.ensureUser({
    email: emailOf(person.key),
    name: `${person.firstName} ${person.lastName}`,
    password: DEMO_PASSWORD,
  });
}

/** Accounts of those who play, the printed log-ins first. `enter` hears of each as soon as it is there. */
export async function makeAccounts(
  identity: Pick<Identity, "ensureUser">,
  players: ReadonlySet<PersonKey>,
  enter: (person: PersonKey, userId: Id<"user">) => void,
): Promise<void> {
  const first = new Set(LOG_INS.map((logIn) => logIn.person));
  const people = [FOUNDER, ...TEAM, ...ENTREPRENEURS].filter(({ key }) => players.has(key));
  const waiting = [...people.filter(({ key }) => first.has(key)), ...people.filter(({ key }) => !first.has(key))];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let person = waiting.shift(); person; person = waiting.shift()) {
        enter(person.key, await accountOf(identity, person));
      }
    }),
  );
}

/** Everybody who does something in these acts. */
export function playersOf(
  acts: readonly { readonly by: PersonKey; readonly deed: { readonly verb: string } }[],
): Set<PersonKey> {
  const players = new Set<PersonKey>([FOUNDER.key]);
  for (const { by, deed } of acts) {
    players.add(by);
    if ("person" in deed && typeof deed.person === "string") players.add(deed.person);
  }
  return players;
}
