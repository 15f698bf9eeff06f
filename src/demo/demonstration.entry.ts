import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { type Day, type Instant, toDay } from "#kernel/day.ts";
import { AGREEMENT_CHANGED } from "#modules/delegation/index.server.ts";
import { PERSON_INVITED } from "#modules/membership/index.server.ts";
import { FIGURES_SIGNED } from "#modules/observatory/index.server.ts";
import { listCooperatives } from "#operator/open-application.entry.ts";
import type { Demo } from "#platform/app.ts";
import { type Clock, systemClock } from "#platform/clock.ts";
import { type Connection, openDatabase, openPool } from "#platform/database/database.ts";
import type { Runtime } from "../runtime.ts";
import { STORY_START } from "./calendar.ts";
import { playCandidates } from "./candidates.job.ts";
import { accountOf, DEMO_PASSWORD, LOG_INS, makeAccounts, playersOf, SHOWN_LOG_INS } from "./cast.job.ts";
import { tellNetwork } from "./network.job.ts";
import { FOUNDER } from "./people.ts";
import { planStory } from "./plan.ts";
import { openStage } from "./stage.job.ts";
import {
  DEMO_SIREN,
  DEMO_SLUG,
  END_KEY,
  endStory,
  foundCooperative,
  NEWS_KEY,
  readNews,
  type StoryWatch,
  writeStory,
} from "./write-story.job.ts";

/**
 * Effects that the next act needs: whoever is invited plays, an agreement reaches the other house, figures reach the network.
 * They wait behind no paper, since papers wait for the story.
 */
const PLAYED_NEXT: readonly string[] = [PERSON_INVITED, AGREEMENT_CHANGED, FIGURES_SIGNED];
const PACE_MS = 100;
/** Ten seconds at most for one effect: those leased with it must not be taken for lost. */
const PACE_TURNS = 100;

/** What `begin` found: no demonstration here, one already told, or one that is being written from now on. */
export type Beginning = "none" | "told" | "writing";

export type Demonstration = {
  /** The story's own time while it is being written, so that who comes in meanwhile acts in its order of days. */
  readonly clock: Clock;
  readonly state: () => Demo | null;
  /** Papers wait while the story is being written: the machine cannot do both at once without losing time. */
  readonly pace: (event: string) => Promise<void>;
  /** Decides, makes the first accounts, then writes behind the application's back. `end` resolves when it is over. */
  begin(setting: DemoSetting): Promise<Beginning>;
  /** Pauses after the act in hand; the next start goes on from there. */
  stop(): Promise<void>;
};

export type DemoSetting = {
  readonly runtime: Runtime;
  /** As the application's own role. */
  readonly connection: Connection;
  /** As the role that sees every cooperative. */
  readonly reader: Connection;
  readonly log: Logger;
  /** False: an unfinished story goes on, and none is begun. */
  readonly mayBegin: boolean;
  /** Told when the last act is played, with the seconds that it took. */
  readonly onEnd: (seconds: number) => void;
  readonly onFailure: (error: unknown) => void;
};

export function createDemonstration(): Demonstration {
  let story: { done: number; total: number; at: Instant } | null = null;
  let here = false;
  let stopped = false;
  let writing: Promise<void> = Promise.resolve();

  const percentOf = ({ done, total }: { done: number; total: number }) => Math.floor((100 * done) / Math.max(total, 1));
  const dayOf = (at: Instant): Day => toDay(at.slice(0, 10));
  /** On the first day invitations open the accounts of those who play: nothing waits then. */
  const isFarOn = () => story !== null && dayOf(story.at) > STORY_START && !stopped;

  return {
    clock: () => story?.at ?? systemClock(),
    pace: async (event) => {
      if (PLAYED_NEXT.includes(event)) return;
      for (let waited = 0; isFarOn() && waited < PACE_TURNS; waited++) await sleep(PACE_MS);
    },
    state: () =>
      here
        ? {
            logIns: SHOWN_LOG_INS,
            password: DEMO_PASSWORD,
            progress: story === null ? null : { percent: percentOf(story), day: dayOf(story.at) },
          }
        : null,
    async begin(setting) {
      const { runtime, log, mayBegin } = setting;
      const { database, identity, loadPresence, loadDelegate, installers, wake, vault } = runtime.app;
      const cooperatives = await listCooperatives(setting.reader);
      const ours = cooperatives.find(({ slug, siren }) => slug === DEMO_SLUG && siren === DEMO_SIREN);
      if (ours === undefined && (cooperatives.length > 0 || !mayBegin)) return "none";
      const host = { database, loadPresence, loadDelegate, wake, vault };
      const began = performance.now();
      const founderId = await accountOf(identity, FOUNDER);
      const { organizationId } = ours ?? (await foundCooperative(host, founderId, installers));

      // The story is no promise to anybody: its commits need not wait for the disk. Cut by a power failure, it goes on.
      const pool = openPool(setting.connection, 4, (error) => log.warn({ err: error }, "demonstration"));
      pool.on("connect", (client) => {
        client.query("set synchronous_commit = off").catch(() => {});
      });
      const playing = {
        host: { ...host, database: openDatabase(pool) },
        files: runtime.app.files,
        settle: () => runtime.drainer.idle(PLAYED_NEXT),
      };
      const stage = await openStage({ ...playing, organizationId });
      const planned = planStory({ until: systemClock() });
      const acts = planned.filter((act) => act.deed.verb !== "sendInvoice");
      // Messages leave once the papers are there: after the story, in the background.
      const letters = planned.filter(
        ({ key, deed }) =>
          deed.verb === "sendInvoice" &&
          !stage.isDone(key) &&
          (!stage.isDone(END_KEY) || stage.isDone(`${deed.invoice}:issue`)),
      );
      const watch: StoryWatch = {
        onAct: (done, at) => {
          if (story !== null) story = { done, total: acts.length, at };
        },
        onSkip: (reason) => log.warn({ reason }, "the demonstration goes on without this act"),
        isStopped: () => stopped,
      };
      const told = stage.isDone(END_KEY);
      // Whom the sign-in page names can come in at once.
      await makeAccounts(identity, new Set(LOG_INS.map(({ person }) => person)), stage.enter);
      here = true;
      if (!told) story = { done: 0, total: acts.length, at: acts[0]?.at ?? systemClock() };
      const write = async (): Promise<void> => {
        await makeAccounts(identity, playersOf(planned), stage.enter);
        if (!told) {
          if (!(await writeStory(stage, acts, watch))) return;
          await playCandidates(stage, dayOf(systemClock()));
          await tellNetwork(
            { ...playing, identity, installers, publicUrl: runtime.app.settings.publicUrl },
            stage,
            systemClock(),
          );
          await endStory(stage, systemClock());
          story = null;
          const seconds = Math.round((performance.now() - began) / 1000);
          log.info({ acts: acts.length, seconds }, "the demonstration is written");
          setting.onEnd(seconds);
        }
        await runtime.drainer.idle();
        await readNews(stage, systemClock());
        await writeStory(stage, letters, watch);
      };
      writing = (told && letters.length === 0 && stage.isDone(NEWS_KEY) ? Promise.resolve() : write())
        .catch((error: unknown) => {
          log.error({ err: error }, "the demonstration stopped");
          setting.onFailure(error);
        })
        .finally(() => {
          story = null;
          return pool.end();
        });
      if (told) return "told";
      return "writing";
    },
    async stop() {
      stopped = true;
      await writing;
    },
  };
}
