/** Row types of the PostgreSQL schema "desk". Nobody else imports this file. */
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";

export type ViewId = Id<"view">;

export type DeskTables = {
  "desk.saved_view": {
    organization_id: OrganizationId;
    id: ViewId;
    person_id: PersonId;
    list: string;
    name: string;
    search: string;
    saved_at: Instant;
  };
  "desk.list_arrangement": {
    organization_id: OrganizationId;
    person_id: PersonId;
    list: string;
    hidden: string[];
    density: "comfort" | "compact" | null;
    changed_at: Instant;
  };
};
