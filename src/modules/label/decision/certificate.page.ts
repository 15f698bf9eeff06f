import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile, personNames } from "#modules/membership/index.server.ts";
import { mayEnter } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { PageBlock, PrintablePages } from "#platform/pdf/printable-pages.ts";
import { PrinterBusy, printPages } from "#platform/pdf/printer.ts";
import { mediumDay } from "#ui/format.ts";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { loadLabelling } from "../labelling/load.store.ts";
import type { Route } from "./+types/certificate.page";
import { findDecision } from "./decision.store.ts";

/** The certificate of a structure that holds the label: everybody of the network may show it. */
export async function loader(args: Route.LoaderArgs) {
  const { pages, busy, name } = await readTenant(args, async (reader) => {
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
    const said = {
      mandatory: shares(decision.mandatoryMet, decision.mandatoryTotal),
      recommended: shares(decision.recommendedMet, decision.recommendedTotal),
    };
    const percents = {
      mandatory: String(decision.mandatoryPercent),
      recommended: String(decision.recommendedPercent),
    };
    const on = mediumDay(decision.decidedOn, language);
    const pages: PrintablePages = {
      ...{ title: certificate.title, author: network.legalName, language, date: decision.decidedOn },
      accent: network.accentColour ?? "#0b5c55",
      header: [],
      footer: [paragraph(fill(certificate.number, { number: decision.number, day: on }))],
      blocks: [
        heading(1, certificate.title),
        paragraph(fill(certificate.given, { network: network.legalName })),
        heading(2, labelling.structureName),
        paragraph(
          fill(certificate.meets, {
            referential: labelling.referentialName,
            number: String(labelling.editionNumber),
          }),
        ),
        paragraph(fill(certificate.figures, said)),
        paragraph(fill(certificate.rule, percents)),
        paragraph(
          fill(certificate.assessed, {
            mode: words.modes[labelling.mode].toLowerCase(),
            names: labelling.assessorIds.map((id) => names.get(id) ?? "").join(", "),
          }),
        ),
        paragraph(fill(certificate.number, { number: decision.number, day: on })),
        paragraph(fill(certificate.until, { day: mediumDay(decision.validUntil, language) }), true),
        ...(labelling.example ? [paragraph(certificate.example)] : []),
      ],
    };
    return { pages, busy: certificate.busy, name: `${certificate.file}-${decision.number}` };
  });
  const bytes = await printPages(pages).catch((error: unknown) => {
    if (error instanceof PrinterBusy) return null;
    throw error;
  });
  if (bytes === null) {
    const headers = { "retry-after": "2", "content-type": "text/plain; charset=utf-8" };
    return new Response(busy, { status: 503, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}

function heading(level: number, text: string): PageBlock {
  return { kind: "heading", level, align: "center", inlines: [{ text }] };
}

function paragraph(text: string, bold = false): PageBlock {
  return { kind: "paragraph", align: "center", indent: 0, inlines: [{ text, bold }] };
}
