/** Row types of the PostgreSQL schema "statistics". Nobody else imports this file. */
import type { JSONColumnType } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";

export type SheetId = Id<"sheet">;

export type StatisticsTables = {
  "statistics.sheet": {
    organization_id: OrganizationId;
    id: SheetId;
    author_id: PersonId;
    name: string;
    description: string;
    definition: JSONColumnType<object, string, string>;
    shared: boolean;
    version: number;
    created_at: Instant;
    updated_at: Instant;
    deleted_at: Instant | null;
  };
};
