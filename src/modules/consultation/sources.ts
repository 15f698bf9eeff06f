/** How the things of consultations that a room is opened for are opened themselves. */
export const consultationSources: Readonly<Record<string, (id: string) => string>> = {
  "consultation.consultation": (id) => `consultations/${id}`,
  "consultation.event": (id) => `evenements/${id}`,
};
