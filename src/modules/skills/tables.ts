/** Row types of the PostgreSQL schema "skills". Nobody else imports this file. */
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { EntryId, ShownPart } from "./directory/entry.ts";
import type { EvaluationId, Side } from "./evaluation/evaluation.ts";
import type { Grid, SkillId } from "./grid/grid.ts";

export type SkillsTables = {
  "skills.grid_version": {
    organization_id: OrganizationId;
    version: number;
    content: Grid;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  "skills.evaluation": {
    organization_id: OrganizationId;
    id: EvaluationId;
    person_id: PersonId;
    side: Side;
    grid_version: number;
    evaluated_on: Day;
    comment: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  "skills.rating": {
    organization_id: OrganizationId;
    evaluation_id: EvaluationId;
    skill_id: SkillId;
    level: number;
    note: string;
    /** In the words of that day. */
    skill_name: string;
    level_name: string;
  };
  "skills.directory_entry": {
    organization_id: OrganizationId;
    id: EntryId;
    person_id: PersonId;
    trade: string;
    presentation: string;
    shows: ShownPart[];
    skill_ids: SkillId[];
    skill_names: string[];
    recorded_at: Instant;
  };
};
