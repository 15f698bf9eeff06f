/** What counts as reading or taking away what is known of people. Each is a line of the trace, kept by the act that reads. */
export const ACCESS_ACTIONS = [
  "parcours.sensitive.read",
  "documents.piece.read",
  "delegation.work.list",
  "delegation.work.read",
  "documents.document.open",
  "membership.person.export",
  "parcours.candidate.export",
  "accompaniment.deadline.export",
  "statistics.person.export",
  "sales.activity.export",
  "privacy.archive.take",
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

export type AccessFilter = {
  readonly action: AccessAction | null;
  /** Words of the name of who read, or of whom it was about. */
  readonly q: string;
  readonly from: string | null;
  readonly until: string | null;
};

/** The filter that an address asks for: what makes no sense asks for nothing. */
export function accessFilter(search: string, parseDay: (text: string) => string | null): AccessFilter {
  const asked = new URLSearchParams(search);
  const action = asked.get("acte") ?? "";
  return {
    action: ACCESS_ACTIONS.find((known) => known === action) ?? null,
    q: (asked.get("q") ?? "").trim().slice(0, 100),
    from: parseDay(asked.get("du") ?? ""),
    until: parseDay(asked.get("au") ?? ""),
  };
}
