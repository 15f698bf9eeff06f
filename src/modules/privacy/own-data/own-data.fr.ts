/** French words of one's own data. own-data.en.ts has the same keys. */
export const fr = {
  title: "Mes données",
  lead: "Ce que la coopérative sait de vous, qui l’a lu, et ce que vous pouvez lui demander.",
} as const;
