import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { BLANK, type Question, questionText, readQuestion } from "../question/question.ts";
import type { SheetId, StatisticsTables } from "../tables.ts";

export type Sheet = {
  readonly id: SheetId;
  readonly authorId: PersonId;
  readonly name: string;
  readonly description: string;
  readonly shared: boolean;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly question: Question;
};

const of = (tx: Tx, organizationId: OrganizationId) =>
  tx
    .withTables<StatisticsTables>()
    .selectFrom("statistics.sheet")
    .select(["id", "author_id as authorId", "name", "description", "shared", "version", "updated_at as updatedAt"])
    .select("definition")
    .where("organization_id", "=", organizationId)
    .where("deleted_at", "is", null);

export async function findSheet(
  tx: Tx,
  organizationId: OrganizationId,
  id: SheetId,
  forUpdate = false,
): Promise<Sheet | null> {
  const query = of(tx, organizationId).where("id", "=", id);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return null;
  const { definition, ...sheet } = row;
  return { ...sheet, question: readQuestion(definition) ?? BLANK };
}

/** Those that somebody may read, by name. */
export async function sheetsOf(tx: Tx, organizationId: OrganizationId, reader: PersonId): Promise<Sheet[]> {
  const rows = await of(tx, organizationId)
    .where((where) => where.or([where("shared", "=", true), where("author_id", "=", reader)]))
    .orderBy("name")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(({ definition, ...sheet }) => ({ ...sheet, question: readQuestion(definition) ?? BLANK }));
}

type Content = Pick<Sheet, "name" | "description" | "shared" | "question">;

export async function insertSheet(context: CommandContext, content: Content): Promise<SheetId> {
  const { tx, organizationId, actor, now } = context;
  const id = context.id<"sheet">();
  const { name, description, shared, question } = content;
  await tx
    .withTables<StatisticsTables>()
    .insertInto("statistics.sheet")
    .values({
      ...{ organization_id: organizationId, id, author_id: actor.personId, name, description, shared },
      ...{ definition: questionText(question), version: 1, created_at: now, updated_at: now, deleted_at: null },
    })
    .execute();
  return id;
}

export async function updateSheet(context: CommandContext, id: SheetId, content: Content): Promise<void> {
  const { name, description, shared, question } = content;
  await context.tx
    .withTables<StatisticsTables>()
    .updateTable("statistics.sheet")
    .set((set) => ({
      ...{ name, description, shared, definition: questionText(question), updated_at: context.now },
      version: set("version", "+", 1),
    }))
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

export async function putAsideSheet(context: CommandContext, id: SheetId): Promise<void> {
  await context.tx
    .withTables<StatisticsTables>()
    .updateTable("statistics.sheet")
    .set({ deleted_at: context.now })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}
