import { sql } from "kysely";
import { z } from "zod";
import { yearOf } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { findKey } from "../adhesion/key.store.ts";
import { INDICATORS } from "../indicator/indicators.ts";
import { figuresOf, withheldOf } from "../observation/observation.store.ts";
import { observationText } from "../observation/observation.ts";
import { protect } from "../observation/protect.ts";
import { hashOf } from "../observation/signature.server.ts";
import type { ObservatoryRefusalCode } from "../observatory.fr.ts";
import { mayTell } from "../observatory.policy.ts";
import { standingConnections } from "./connection.store.ts";

/** A document waits for its network (deliver-figures.job.ts). */
export const FIGURES_SIGNED = "observatory.sending.signed.v1";

const period = z.string().regex(/^20\d{2}$/, "field.choose");
type Refused = Refusal<ObservatoryRefusalCode>;

/** Keeps an indicator of a year for oneself, or tells it again. */
export const withholdIndicator = defineCommand({
  name: "observatory.indicator.withhold",
  input: z.object({
    period,
    indicator: z.string().refine((key) => INDICATORS.some((one) => one.key === key), "field.choose"),
    withheld: z.enum(["oui", "non"], "field.choose"),
  }),
  async run(context, { period: year, indicator, withheld }): Promise<{ readonly indicator: string } | Refused> {
    const { tx, organizationId, now } = context;
    const refusal = mayTell(context.actor);
    if (refusal) return refusal;
    if (withheld === "oui") {
      await sql`insert into observatory.withheld (organization_id, period, indicator, since)
        values (${organizationId}, ${year}, ${indicator}, ${now}) on conflict do nothing`.execute(tx);
    } else {
      await sql`delete from observatory.withheld
        where organization_id = ${organizationId} and period = ${year} and indicator = ${indicator}`.execute(tx);
    }
    context.audit({ subjectKind: "observatory.indicator", subjectId: indicator, details: { period: year, withheld } });
    return { indicator };
  },
});

/** Signs the figures of a year, as they are at this moment, for each network that is connected; they leave after the commit. */
export const sendFigures = defineCommand({
  name: "observatory.sending.sign",
  input: z.object({ period }),
  async run(context, { period: year }): Promise<{ readonly sendings: number } | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    if (Number(year) > yearOf(today)) return refuse("invalid", "sending.future", {}, "period");
    const connections = await standingConnections(tx, organizationId, { lock: true });
    if (connections.length === 0) return refuse("conflict", "sending.nobody");
    const withheld = await withheldOf(tx, organizationId, year);
    const figures = protect(INDICATORS, await figuresOf(tx, organizationId, year), withheld);
    for (const connection of connections) {
      const sequence = connection.lastSequence + 1;
      const document = observationText({
        adhesion: connection.adhesionId,
        sequence,
        period: year,
        signedAt: now,
        figures: INDICATORS.flatMap(({ key, version }) => {
          const figure = figures.get(key);
          return figure === undefined ? [] : [{ key, version, figure }];
        }),
      });
      const key = await findKey(context, connection.keyId);
      if (key === null) throw new Error(`the connection ${connection.id} lost its key`);
      const id = context.id<"sending">();
      await sql`insert into observatory.sending (organization_id, id, connection_id, sequence, period, document, signature,
          hash, signed_at, signed_by)
        values (${organizationId}, ${id}, ${connection.id}, ${sequence}, ${year}, ${document},
          ${key.sign("essaim-observation", document)}, ${hashOf(document)}, ${now}, ${actor.personId})`.execute(tx);
      await sql`update observatory.connection set last_sequence = ${sequence}
        where organization_id = ${organizationId} and id = ${connection.id}`.execute(tx);
      context.audit({ subjectKind: "observatory.sending", subjectId: id, details: { period: year, sequence } });
      context.emit(FIGURES_SIGNED, { sendingId: id });
    }
    return { sendings: connections.length };
  },
});
