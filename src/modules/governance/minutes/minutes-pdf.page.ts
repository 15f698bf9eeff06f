import { fill } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { openAssemblyPage } from "../assembly/assembly-reading.store.ts";
import { paragraph, printed, title } from "../paper.page.ts";
import type { Route } from "./+types/minutes-pdf.page";
import { en } from "./minutes.en.ts";
import { fr } from "./minutes.fr.ts";
import { minutesOf } from "./minutes.store.ts";

/** The minutes as they were published last, on paper, with room to sign. */
export async function loader(args: Route.LoaderArgs) {
  const { words, paper } = await readTenant(args, async (reader) => {
    const { tx, organizationId, today, language } = reader;
    const opened = await openAssemblyPage(reader, args.params.assemblyId);
    if (isRefusal(opened)) return opened;
    const { assembly } = opened;
    const [last] = await minutesOf(tx, organizationId, assembly.id);
    if (last === undefined) return refuse("missing", "assembly.missing");
    const words = language === "fr" ? fr : en;
    const { legalName, accentColour } = await organizationProfile(tx, organizationId);
    const lines = last.body.split("\n").filter((line) => line.trim() !== "");
    const signatures = fill(words.signatures, { chair: assembly.chair, secretary: assembly.secretary });
    return {
      words,
      paper: {
        ...{ title: `${words.title}, ${assembly.title}`, author: legalName, accent: accentColour, language, today },
        footer: legalName,
        blocks: [title(assembly.title), title(words.title, 2), ...lines.map(paragraph), paragraph(signatures)],
      },
    };
  });
  return printed(paper, words.file, words.busy);
}
