import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until there is an answer; throws when the time is over. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 20,
): Promise<T> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`still waiting after ${seconds} s: ${what}`);
    await sleep(50);
  }
}
