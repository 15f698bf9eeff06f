/**
 * The whole application without its web side, for tests that kill it: `node application.fixture.ts <data folder>`.
 * It says each acknowledged number as a line of JSON, and issues the drafts it is told to, by sixteen clients at once.
 */
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { issueInvoice } from "#modules/sales/invoice/issue-invoice.command.ts";
import { openLog } from "#operator/log.entry.ts";
import { type Caller, execute } from "#platform/command.ts";
import { isPassing } from "#platform/database/away.ts";
import { openApplication } from "./application.ts";

const CLIENTS = 16;

function say(fact: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}

const [, , data = ""] = process.argv;
const log = openLog(data, { ...process.env, ESSAIM_LOG: "json", ESSAIM_LOG_LEVEL: "error" });
const application = await openApplication(data, process.env, log);
const { app, caller, drainer } = application;
say({ ready: true, organizationId: caller.organizationId, pid: process.pid });

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as { issue?: Id<"invoice">[]; drain?: boolean; stop?: boolean };
  if (order.issue) await issueAll(order.issue);
  if (order.drain) {
    await drainer.idle();
    say({ drained: true });
  }
  if (order.stop) break;
}
process.stdin.destroy();
await application.stop();

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
      const issued = await execute(app, who, issueInvoice, { invoiceId }, options);
      if (isRefusal(issued)) say({ refused: issued.code, invoiceId });
      else say({ issued: issued.number, invoiceId, attempt });
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      await sleep(20);
    }
  }
}
