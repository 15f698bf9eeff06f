import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { addSite, createCooperative, type Installer } from "#modules/membership/index.server.ts";
import type { CommandHost } from "#platform/command.ts";
import type { Act } from "./act.ts";
import { at, STORY_START } from "./calendar.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";
import { emailOf, FOUNDER, SITES } from "./people.ts";
import { perform } from "./perform.job.ts";
import { Skipped, type Stage } from "./stage.job.ts";

export const DEMO_SLUG = "etabli";
/** The act that ends the story: with it, nothing is told any more. */
export const END_KEY = "end";

const SIREN = inventedSiren(79_999);

/** Makes « L'Établi » as it was on the first day of the story. Throws when the cooperative is refused. */
export async function foundCooperative(
  host: Omit<CommandHost, "clock" | "loadPresence">,
  founderId: Id<"user">,
  installers: readonly Installer[],
  slug = DEMO_SLUG,
) {
  const input = {
    legalName: "Coopérative L’Établi",
    slug,
    legalForm: "SCOP SARL à capital variable",
    siren: SIREN,
    siret: inventedSiret(SIREN),
    rcs: `Brest ${SIREN.replace(/(\d{3})(?=\d)/g, "$1 ")}`,
    street: "12 quai de l’Atelier",
    postalCode: "29200",
    city: "Brest",
    email: "bonjour@etabli.example",
    phone: "02 98 00 00 00",
    iban: "FR7630006000011234567890189",
    bic: "AGRIFRPP",
    siteName: "Siège social",
    firstName: FOUNDER.firstName,
    lastName: FOUNDER.lastName,
    administratorEmail: emailOf(FOUNDER.key),
  };
  const clock = () => at(STORY_START, 5, 30);
  const created = await createCooperative({ ...host, clock }, input, { userId: founderId, installers });
  if (isRefusal(created)) throw new Error(`the demonstration cooperative is refused: ${JSON.stringify(created)}`);
  return created;
}

export type StoryWatch = {
  /** Before each act: its rank, its moment. */
  readonly onAct: (done: number, at: Instant) => void;
  /** What the product refused, or what could not happen any more. */
  readonly onSkip: (reason: string) => void;
  /** True when the story must pause: it goes on at the next start. */
  readonly isStopped: () => boolean;
};

/** Plays the acts in order. Returns true when all were told, false when it was stopped before. */
export async function writeStory(stage: Stage, acts: readonly Act[], watch: StoryWatch): Promise<boolean> {
  for (const site of SITES) {
    await stage.run(`site:${site}`, FOUNDER.key, at(STORY_START, 5, 45), addSite, { name: site });
  }
  for (const [rank, act] of acts.entries()) {
    if (watch.isStopped()) return false;
    watch.onAct(rank, act.at);
    try {
      await perform(stage, act);
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      watch.onSkip(error.message);
    }
  }
  return true;
}

/** The last act: a fourth place opens, and the clock is everybody's again. */
export async function endStory(stage: Stage, now: Instant): Promise<void> {
  await stage.run(END_KEY, FOUNDER.key, now, addSite, { name: "Permanence de Landerneau" });
}
