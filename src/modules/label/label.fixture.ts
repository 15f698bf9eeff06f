/** A network with two structures, who speaks for them, and a small published referential: what tests of the label start from. */
import { sql } from "kysely";
import { isRefusal } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { nameAssessor, recordFindings } from "./audit/assess.command.ts";
import type { FindingValue } from "./decision/decision.ts";
import type { LabellingId } from "./labelling/labelling.ts";
import { answerCriteria, registerStructure, submitLabelling } from "./labelling/run-labelling.command.ts";
import { importCriteria, publishEdition, startReferential } from "./referential/keep-referential.command.ts";
import type { EditionId } from "./referential/referential.ts";

export type LabelWorld = Awaited<ReturnType<typeof labelWorld>>;

export function acting(tenant: TestTenant) {
  return <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) =>
    execute(tenant.host, who.caller, command, input);
}

/** The output of an act that must be done. */
export function done<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { refused: true }>;
}

export async function seat(tenant: TestTenant, who: TestPerson, structureId: StructureId): Promise<void> {
  await tenant.run((tx) =>
    sql`insert into network.seat (organization_id, id, person_id, structure_id, starts_on, recorded_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${who.personId}, ${structureId}, '2025-01-01', now())`.execute(
      tx,
    ),
  );
}

export async function addedStructure(tenant: TestTenant, name: string): Promise<StructureId> {
  const id = tenant.newId<"structure">();
  await tenant.run((tx) =>
    sql`insert into network.structure (organization_id, id, kind, name, created_at)
      values (${tenant.organizationId}, ${id}, 'cae', ${name}, now())`.execute(tx),
  );
  return id;
}

/** A CSV of so many mandatory and recommended criteria. */
export function listOf(mandatory: number, recommended: number): string {
  const lines = (letter: string, level: string, count: number) =>
    Array.from(
      { length: count },
      (_, rank) => `${letter}${rank + 1};Domaine;${level};Critère ${letter}${rank + 1};Pièce`,
    );
  return [
    "code;domaine;niveau;critère;preuve attendue",
    ...lines("O", "obligatoire", mandatory),
    ...lines("R", "recommandé", recommended),
  ].join("\n");
}

export async function labelWorld(options: { now?: string } = {}) {
  const tenant = await freshTenant({ ...options, house: "network" });
  const run = acting(tenant);
  const helene = await tenant.person({ roles: ["direction"] });
  const farid = await tenant.person({ roles: ["facilitator"] });
  const maelle = await tenant.person();
  const audrey = await tenant.person();
  const pierre = await tenant.person();
  const structureId = await addedStructure(tenant, "Coopérative des Deux Rives");
  const otherId = await addedStructure(tenant, "Coopérative du Phare");
  await seat(tenant, maelle, structureId);
  await seat(tenant, audrey, otherId);

  async function published(
    mandatory: number,
    recommended: number,
    rule: Record<string, unknown> = {},
  ): Promise<EditionId> {
    const { editionId } = done(await run(farid, startReferential, { name: `Liste ${tenant.newId()}` }));
    done(await run(farid, importCriteria, { editionId, text: listOf(mandatory, recommended) }));
    if (Object.keys(rule).length > 0) {
      await tenant.run((tx) =>
        sql`update label.edition set ${sql.join(Object.entries(rule).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
          where organization_id = ${tenant.organizationId} and id = ${editionId}`.execute(tx),
      );
    }
    done(await run(farid, publishEdition, { editionId }));
    return editionId;
  }

  async function submitted(editionId: EditionId, codes: readonly string[], mode = "audit"): Promise<LabellingId> {
    const { labellingId } = done(await run(maelle, registerStructure, { structureId, editionId, mode }));
    const answers = codes.map((code) => ({ code, value: "met" }));
    done(await run(maelle, answerCriteria, { labellingId, answers }));
    done(await run(maelle, submitLabelling, { labellingId }));
    return labellingId;
  }

  async function assessed(labellingId: LabellingId, who: TestPerson, values: Readonly<Record<string, FindingValue>>) {
    done(await run(farid, nameAssessor, { labellingId, personId: who.personId }));
    const findings = Object.entries(values).map(([code, value]) => ({ code, value }));
    done(await run(who, recordFindings, { labellingId, findings }));
  }

  return { tenant, run, helene, farid, maelle, audrey, pierre, structureId, otherId, published, submitted, assessed };
}
