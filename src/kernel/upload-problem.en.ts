/** Why the antivirus stops a file that somebody sends, wherever it is sent. */
export const en = {
  infected: "The antivirus found a virus in this file. It was not kept.",
  unchecked: "This file could not be checked by the antivirus. Send it again in a moment.",
} as const;
