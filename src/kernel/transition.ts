/** One table of states per noun, used by the server and the screen alike. A forgotten state does not compile. */
export type Transitions<Status extends string, Action extends string> = Readonly<
  Record<Status, Readonly<Partial<Record<Action, Status>>>>
>;

/** The state after the action, or null when the table does not allow it. */
export function next<Status extends string, Action extends string>(
  table: Transitions<Status, Action>,
  status: Status,
  action: Action,
): Status | null {
  return table[status][action] ?? null;
}

/** The actions that the table allows from a state, in the order of the table. */
export function actionsFrom<Status extends string, Action extends string>(
  table: Transitions<Status, Action>,
  status: Status,
): Action[] {
  return Object.keys(table[status]) as Action[];
}
