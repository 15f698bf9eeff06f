import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { readableColour } from "#platform/pdf/readable-colour.ts";
import { day } from "#ui/format.ts";
import { mayReadConsultation } from "../consultation/consultation.policy.ts";
import { findConsultation } from "../consultation/consultation.store.ts";
import type { Route } from "./+types/report.page";
import { landscapeBlocks, positionBlocks } from "./before-blocks.ts";
import { collect } from "./collect.store.ts";
import { boardBlocks, eventBlocks, roadmapBlocks } from "./follow-blocks.ts";
import { askedBlocks, phaseBlocks } from "./report-blocks.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

/** The report of a consultation on paper: synthesis, participation, rankings, words, events, cards and polls, roadmap. */
export async function loader(args: Route.LoaderArgs) {
  const { paper, file } = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, language, today } = reader;
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const { legalName, accentColour } = await organizationProfile(tx, organizationId);
    const words = language === "fr" ? fr : en;
    const accent = accentColour ?? "#0b5c55";
    const manner = { language, accent: readableColour(accent) };
    const { synthesis, landscape, positions, phases, events, boards, roadmaps } = await collect(reader, consultation);
    const paper: Paper = {
      ...{ title: consultation.title, author: legalName, language, date: today, accent },
      footer: fill(words.printed, { network: legalName, date: day(today) }),
      blocks: [
        ...askedBlocks(consultation, synthesis, language),
        ...landscapeBlocks(landscape, language),
        ...positionBlocks(positions, language),
        ...phases.flatMap((one) => phaseBlocks(one, manner)),
        ...events.flatMap((one) => eventBlocks(one, today, language)),
        ...boards.flatMap((one) => boardBlocks(one, language)),
        ...roadmaps.flatMap((one) => roadmapBlocks(one, language)),
      ],
    };
    return { paper, file: words.reportFile };
  });
  return printed(paper, file);
}
