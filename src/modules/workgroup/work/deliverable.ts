/** What a group made, or a file that it shares. Pure. */
export const DELIVERABLE_KINDS = ["deliverable", "file"] as const;
export type DeliverableKind = (typeof DELIVERABLE_KINDS)[number];
