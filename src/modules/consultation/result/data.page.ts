import PizZip from "pizzip";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { roomWords } from "#modules/room/index.ts";
import { bytesAs } from "#platform/http/kept-file.ts";
import { csvText } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { wordsIn } from "#ui/language.tsx";
import { answersOf, gatheringsOf } from "../answer/answer.store.ts";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import { mayReadConsultation } from "../consultation/consultation.policy.ts";
import { findConsultation } from "../consultation/consultation.store.ts";
import { en as landscapeEn } from "../landscape/landscape.en.ts";
import { fr as landscapeFr } from "../landscape/landscape.fr.ts";
import { en as roadmapEn } from "../roadmap/roadmap.en.ts";
import { fr as roadmapFr } from "../roadmap/roadmap.fr.ts";
import type { Route } from "./+types/data.page";
import { collect } from "./collect.store.ts";
import { cellText, dataTables } from "./data-tables.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

/** Every figure and every word that its reader may know, as CSV for spreadsheets and JSON for programs, in one file. */
export async function loader(args: Route.LoaderArgs) {
  const { told, tables, language } = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, language } = reader;
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const collected = await collect(reader, consultation);
    const phases = [];
    for (const results of collected.phases) {
      const { id: phaseId } = results.phase;
      const answers = await answersOf(tx, organizationId, phaseId);
      phases.push({ results, answers, gatherings: await gatheringsOf(tx, organizationId, phaseId) });
    }
    const { synthesis, events, roadmaps } = collected;
    const told = {
      ...{ title: consultation.title, question: consultation.question, synthesis },
      events: events.map(({ event: { title, startsOn, endsOn, place }, parts, registered, came, reached }) => ({
        ...{ title, startsOn, endsOn, place, registered, came, reached },
        parts: parts.map(({ kind, title: name, restitution }) => ({ kind, title: name, restitution })),
      })),
      roadmaps: roadmaps.map(({ roadmap: { title, mandate }, workstreams, decisions }) => ({
        ...{ title, mandate, workstreams, decisions },
      })),
    };
    return { told, tables: dataTables({ ...collected, phases }), language };
  });
  const words = wordsIn(language, { fr, en });
  const { channels } = wordsIn(language, { fr: consultationFr, en: consultationEn });
  const { choices } = wordsIn(language, { fr: roadmapFr, en: roadmapEn });
  const { lanes } = wordsIn(language, roomWords);
  const { kinds } = wordsIn(language, { fr: landscapeFr, en: landscapeEn });
  const said: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    channel: channels,
    choice: choices,
    kind: lanes,
    nature: kinds,
  };
  const zip = new PizZip();
  for (const [name, lines] of Object.entries(tables)) {
    if (lines.length === 0) continue;
    const columns = Object.keys(lines[0] ?? {}).map((key) => ({
      header: words.columns[key as keyof typeof words.columns],
      value: (line: Readonly<Record<string, string | number | boolean | null>>) => {
        const text = cellText(line[key], words);
        return said[key]?.[text] ?? text;
      },
    }));
    zip.file(`${words.files[name as keyof typeof tables]}.csv`, csvText(columns, lines));
  }
  zip.file(`${words.dataFile}.json`, JSON.stringify({ ...told, ...tables }, null, 2));
  const bytes = zip.generate({ type: "uint8array", compression: "DEFLATE" });
  return bytesAs(bytes, { mediaType: "application/zip", name: `${words.dataFile}.zip` }, "attachment");
}
