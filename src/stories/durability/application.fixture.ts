/**
 * The whole application without its web side, for tests that kill it: `node application.fixture.ts <data folder>`.
 * It says each acknowledged number as a line of JSON, and issues the drafts it is told to, by sixteen clients at once.
 */
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { issueInvoice } from "#modules/sales/invoice/issue-invoice.command.ts";
import { isDatabaseAway, openDatabaseServer } from "#operator/database.entry.ts";
import { openLog } from "#operator/log.entry.ts";
import { instanceSecret } from "#operator/secret.entry.ts";
import { type Caller, execute } from "#platform/command.ts";
import { readSettings } from "#platform/settings.ts";
import { openRuntime } from "../../runtime.ts";
import { founder, openCooperative } from "./cooperative.ts";

const CLIENTS = 16;

function say(fact: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}

const [, , data = ""] = process.argv;
const settings = readSettings({ ...process.env, ESSAIM_DATA: data });
if ("problems" in settings) throw new Error(settings.problems.join("; "));
const log = openLog(data, { ...process.env, ESSAIM_LOG: "json", ESSAIM_LOG_LEVEL: "error" });
const server = await openDatabaseServer(settings, log);
const secret = await instanceSecret(settings);
const runtime = await openRuntime({ settings, server, secret, log });
const caller = (await founder(runtime.app)) ?? (await openCooperative(runtime.app));
say({ ready: true, organizationId: caller.organizationId, pid: process.pid });

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as { issue?: Id<"invoice">[]; drain?: boolean; stop?: boolean };
  if (order.issue) await issueAll(order.issue);
  if (order.drain) {
    await runtime.drainer.idle();
    say({ drained: true });
  }
  if (order.stop) break;
}
process.stdin.destroy();
await runtime.close();
await server.close();

async function issueAll(invoiceIds: readonly Id<"invoice">[]): Promise<void> {
  const waiting = [...invoiceIds];
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let invoiceId = waiting.shift(); invoiceId; invoiceId = waiting.shift()) await issueOne(caller, invoiceId);
    }),
  );
  say({ done: invoiceIds.length });
}

/** As a browser does: the same key is sent again until an answer comes. Nothing is said before the answer. */
async function issueOne(who: Caller, invoiceId: Id<"invoice">): Promise<void> {
  say({ asking: invoiceId });
  for (let attempt = 0; ; attempt++) {
    try {
      const options = { idempotencyKey: `issue-${invoiceId}` };
      const issued = await execute(runtime.app, who, issueInvoice, { invoiceId }, options);
      if (isRefusal(issued)) say({ refused: issued.code, invoiceId });
      else say({ issued: issued.number, invoiceId, attempt });
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await sleep(20);
    }
  }
}
