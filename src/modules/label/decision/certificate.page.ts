import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile, personNames } from "#modules/membership/index.server.ts";
import { mayEnter } from "#modules/network/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { heading, paragraph } from "#platform/pdf/page-blocks.ts";
import { mediumDay } from "#ui/format.ts";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { loadLabelling } from "../labelling/load.store.ts";
import type { Route } from "./+types/certificate.page";
import { findDecision } from "./decision.store.ts";

const centred = (text: string, bold = false) => paragraph(text, { align: "center", bold });

/** The certificate of a structure that holds the label: everybody of the network may show it. */
export async function loader(args: Route.LoaderArgs) {
  const { paper, file } = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, language } = reader;
    const entered = mayEnter(actor);
    if (entered) return entered;
    const loaded = await loadLabelling(reader, parseId<"labelling">(args.params.labellingId));
    if ("refused" in loaded) return loaded;
    const { labelling } = loaded;
    const decision = await findDecision(tx, organizationId, labelling.id);
    if (decision === null || decision.number === null || decision.validUntil === null) {
      return refuse("missing", "labelling.missing" satisfies LabelRefusalCode);
    }
    const words = language === "fr" ? fr : en;
    const { certificate } = words;
    const network = await organizationProfile(tx, organizationId);
    const names = await personNames(tx, organizationId, labelling.assessorIds);
    const shares = (met: number, total: number) =>
      fill(words.labelling.metOf, { met: String(met), total: String(total) });
    const figures = {
      mandatory: shares(decision.mandatoryMet, decision.mandatoryTotal),
      recommended: shares(decision.recommendedMet, decision.recommendedTotal),
    };
    const percents = {
      mandatory: String(decision.mandatoryPercent),
      recommended: String(decision.recommendedPercent),
    };
    const edition = { referential: labelling.referentialName, number: String(labelling.editionNumber) };
    const by = { names: labelling.assessorIds.map((id) => names.get(id) ?? "").join(", ") };
    const numbered = { number: decision.number, day: mediumDay(decision.decidedOn, language) };
    const paper: Paper = {
      ...{ title: certificate.title, author: network.legalName, language, date: decision.decidedOn },
      accent: network.accentColour,
      footer: fill(certificate.number, numbered),
      blocks: [
        heading(certificate.title, 1, "center"),
        centred(fill(certificate.given, { network: network.legalName })),
        heading(labelling.structureName, 2, "center"),
        centred(fill(certificate.meets, edition)),
        centred(fill(certificate.until, { day: mediumDay(decision.validUntil, language) }), true),
        centred(fill(certificate.number, numbered)),
        centred(fill(certificate.figures, figures)),
        centred(fill(certificate.rule, percents)),
        centred(fill(certificate.assessed[labelling.mode], by)),
        ...(labelling.example ? [centred(certificate.example)] : []),
      ],
    };
    return { paper, file: `${certificate.file}-${decision.number}` };
  });
  return printed(paper, file);
}
