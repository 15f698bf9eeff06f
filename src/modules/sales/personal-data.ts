import type { PersonalTable } from "#kernel/personal-data.ts";

/** Sales belong to an activity: what its entrepreneur takes along is given by « Emporter » (portability). */
export const salesPersonalData: readonly PersonalTable[] = [
  { table: "sales.customer", not: "activity" },
  { table: "sales.product", not: "activity" },
  { table: "sales.quote", not: "activity" },
  { table: "sales.invoice", not: "books" },
  { table: "sales.payment", not: "books" },
  { table: "sales.document_event", not: "books" },
  { table: "sales.document_link", not: "technical" },
  { table: "sales.reminder", not: "activity" },
  { table: "sales.series", not: "technical" },
];
