import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of working groups speak of somebody: where they took part; the rest is said for a structure or by the group. */
export const workgroupPersonalData: readonly PersonalTable[] = [
  { table: "workgroup.member", of: "person_id", words: { fr: "Groupes de travail", en: "Working groups" } },
  {
    table: "workgroup.attendee",
    of: "person_id",
    hidden: ["number"],
    words: { fr: "Séances de groupe", en: "Sessions of groups" },
  },
  { table: "workgroup.workgroup", not: "nobody" },
  { table: "workgroup.session", not: "nobody" },
  { table: "workgroup.minutes", not: "nobody" },
  { table: "workgroup.decision", not: "nobody" },
  { table: "workgroup.deliverable", not: "nobody" },
  { table: "workgroup.deliverable_version", not: "nobody" },
  { table: "workgroup.template", not: "nobody" },
  { table: "workgroup.uptake", not: "nobody" },
  { table: "workgroup.shared_function", not: "nobody" },
  { table: "workgroup.capacity", not: "nobody" },
  { table: "workgroup.encounter", not: "nobody" },
];
