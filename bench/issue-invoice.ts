/**
 * Issuing an invoice by 16 concurrent users, against a hand-written SQL function that writes the same rows (series,
 * invoice, entry with its seal, event, audit, outbox) under the same locks, on the same database. Interleaved rounds.
 */
import { sql } from "kysely";
import pg from "pg";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { issueInvoice } from "#modules/sales/invoice/issue-invoice.command.ts";
import { systemClock } from "#platform/clock.ts";
import { execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { newId } from "#platform/id.ts";
import { concurrently, line, median, openStage, type Stage, target } from "./stage.ts";

const CLIENTS = 16;
const ROUNDS = 7;
const BATCH = 400;

const CONTENT = {
  mode: "ht",
  lines: [
    {
      kind: "item",
      name: "Prestation",
      description: "",
      nature: "services",
      quantity: "10000",
      unit: "C62",
      unitPrice: "1000000000",
      discount: null,
      vat: { category: "S", rate: 2000, exemption: null },
      account: "706",
    },
  ],
  discounts: [],
  deliveryDate: null,
  purchaseOrder: "",
  note: "",
  language: "fr",
};

/** The baseline: what a specialist would write for this one case, decisions left out. */
const BASELINE = `
create function public.bench_issue(organization uuid, invoice uuid, entry uuid, event uuid, trace uuid, box uuid, frozen_words jsonb)
returns text language plpgsql as $$
#variable_conflict use_variable
declare
  taken bigint; legal text; posted record; draft sales.invoice;
begin
  perform set_config('app.organization_id', organization::text, true);
  select i.* into draft from sales.invoice i where i.organization_id = organization and i.id = invoice for update;
  insert into sales.series (organization_id, key, next_number, last_issue_date) values (organization, 'bench:2026', 2, current_date)
    on conflict (organization_id, key) do update set next_number = series.next_number + 1, last_issue_date = greatest(series.last_issue_date, excluded.last_issue_date)
    returning next_number - 1 into taken;
  legal := 'B2026-' || lpad(taken::text, 5, '0');
  select * into posted from ledger.post_entry(organization, entry, 'VE', current_date, 'Facture ' || legal, legal, current_date, 'sales.invoice', invoice::text,
    current_date, now(), null, jsonb_build_array(
      jsonb_build_object('n', 1, 'activity', draft.activity_id, 'account', '411', 'code', 'C1', 'name', 'Crèche Les Lutins', 'label', 'Facture', 'debit', draft.gross, 'credit', 0),
      jsonb_build_object('n', 2, 'activity', draft.activity_id, 'account', '706', 'label', 'Facture', 'debit', 0, 'credit', draft.net),
      jsonb_build_object('n', 3, 'activity', draft.activity_id, 'account', '44588', 'label', 'Facture', 'debit', 0, 'credit', draft.tax)), false);
  if posted.refusal is not null then raise exception '%', posted.refusal; end if;
  update sales.invoice set status = 'issued', number = legal, issue_date = current_date, due_date = current_date + 30, due = draft.gross,
    frozen = frozen_words, entry_id = bench_issue.entry, issued_at = now(), updated_at = now() where sales.invoice.organization_id = organization and sales.invoice.id = invoice;
  insert into sales.document_event values (organization, event, 'invoice', invoice, 'issue', invoice, '', now());
  insert into platform.audit values (organization, trace, now(), 'bench', null, 'sales.invoice.issue', 'sales.invoice', invoice::text, jsonb_build_object('number', legal));
  insert into platform.outbox (organization_id, id, event, payload, at, next_attempt_at)
    values (organization, box, 'sales.invoice.issued.v1', jsonb_build_object('invoiceId', invoice), now(), now());
  return legal;
end $$;
grant execute on function public.bench_issue to public;`;

async function drafts(stage: Stage, count: number): Promise<Id<"invoice">[]> {
  const { organizationId, activityId, customerId } = stage;
  const now = systemClock();
  const ids = Array.from({ length: count }, () => newId<"invoice">(now));
  await withTenant(stage.database, { organizationId, userId: null }, (tx) =>
    sql`insert into sales.invoice (organization_id, id, activity_id, customer_id, kind, status, content, net, tax, gross, due, created_by, created_at, updated_at)
      select ${organizationId}, id, ${activityId}, ${customerId}, 'invoice', 'submitted', ${JSON.stringify(CONTENT)}::jsonb, 100000, 20000, 120000, 120000, ${activityId}, now(), now()
        from unnest(${ids}::uuid[]) as id`.execute(tx),
  );
  return ids;
}

const stage = await openStage(CLIENTS + 2);
try {
  const admin = new pg.Client(stage.admin);
  await admin.connect();
  await admin.query(BASELINE);
  await admin.end();
  const frozen = JSON.stringify({ version: 1, content: CONTENT, seller: "x".repeat(900), buyer: "y".repeat(500) });

  const ours = async (ids: readonly Id<"invoice">[]) =>
    concurrently(ids, CLIENTS, async (invoiceId) => {
      const issued = await execute(stage.host, stage.caller, issueInvoice, { invoiceId });
      if (isRefusal(issued)) throw new Error(issued.code);
    });
  const baseline = async (ids: readonly Id<"invoice">[]) =>
    concurrently(ids, CLIENTS, async (invoiceId) => {
      const now = systemClock();
      await stage.pool.query("select public.bench_issue($1, $2, $3, $4, $5, $6, $7::jsonb)", [
        stage.organizationId,
        invoiceId,
        newId(now),
        newId(now),
        newId(now),
        newId(now),
        frozen,
      ]);
    });
  const timed = async (work: (ids: readonly Id<"invoice">[]) => Promise<void>): Promise<number> => {
    const ids = await drafts(stage, BATCH);
    const began = performance.now();
    await work(ids);
    return (BATCH * 1000) / (performance.now() - began);
  };
  await timed(ours);
  await timed(baseline);
  // What autovacuum does within a minute in real life: without it, both are planned for empty tables.
  await stage.analyze();
  const rates: { ours: number; baseline: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rates.push({ ours: await timed(ours), baseline: await timed(baseline) });
  line(`issue an invoice, ${CLIENTS} clients`, `${median(rates.map((r) => r.ours)).toFixed(0)}/s`);
  line("  hand-written SQL function, same rows and locks", `${median(rates.map((r) => r.baseline)).toFixed(0)}/s`);
  target("  ratio", median(rates.map((r) => r.ours / r.baseline)), "at least", 0.5);
} finally {
  await stage.close();
}
