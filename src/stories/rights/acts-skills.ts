/** Acts on the grid of skills, on where people stand in it, and on what they show to the others. */
import { type ActLine, CHIEFS, of, SUPPORT } from "./act-line.ts";

const chiefly = of(CHIEFS, "none");
/** No grid is there: their own tests begin with one. */
const chieflyLater = of(CHIEFS, "none", "refused");

export const SKILLS_ACTS: Readonly<Record<string, ActLine>> = {
  "skills.grid.start": chiefly(() => ({ language: "fr", example: "oui" })),
  "skills.levels.save": chieflyLater(() => ({ version: 1, levels: [] })),
  "skills.stages.save": chieflyLater(() => ({ version: 1, months: "6, 12" })),
  "skills.domain.save": chieflyLater(() => ({ version: 1, name: "Gestion" })),
  "skills.domain.remove": chieflyLater(({ meetingId: domainId }) => ({ version: 1, domainId })),
  "skills.skill.save": chieflyLater(({ meetingId: domainId }) => ({
    ...{ version: 1, domainId, name: "Fixer ses prix", expected: {} },
  })),
  "skills.skill.remove": chieflyLater(({ meetingId: skillId }) => ({ version: 1, skillId })),
  "skills.entry.save": of(["entrepreneur"], "none")(() => ({ agreed: "oui", trade: "Plombier" })),
  "skills.person.evaluate": {
    ...of(
      ["entrepreneur", ...SUPPORT],
      "activity",
      "refused",
    )(({ personId }) => ({ personId, gridVersion: 1, levels: {} })),
    ownOnly: true,
  },
};
