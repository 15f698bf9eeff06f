/** What a candidate wrote, as the first values of their social file. */
import type { DimensionKey } from "../dimension/dimension.ts";
import type { Application, Situation } from "./candidate.ts";

/** The words of the public form, in those of the social file. */
const SITUATION: Readonly<Record<Situation, string>> = {
  jobseekerPaid: "job_seeker_paid",
  jobseeker: "job_seeker_unpaid",
  minimumIncome: "rsa",
  employee: "employee",
  independent: "self_employed",
  student: "student",
  retired: "retired",
  other: "other",
};

/** The values to record; what was left empty says nothing. */
export function firstFile(
  candidate: Pick<Application, "birthDate" | "postalCode" | "city" | "situation" | "prescriber" | "project">,
  /** The trade in words: chosen in the list, or as typed. */
  tradeName: string,
): Partial<Record<DimensionKey, string>> {
  const situation = SITUATION[candidate.situation as Situation] ?? "";
  const values: Partial<Record<DimensionKey, string>> = {
    birth_date: candidate.birthDate ?? "",
    postal_code: candidate.postalCode,
    city: candidate.city,
    situation_entry: situation,
    situation,
    prescriber_name: candidate.prescriber,
    trade: tradeName,
    goals: candidate.project,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
