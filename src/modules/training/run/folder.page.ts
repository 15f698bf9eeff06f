import { addDays, dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill, type Language } from "#kernel/language.ts";
import { roundDivide, toCents } from "#kernel/money.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { maySpeakFor, seatsOf } from "#modules/network/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { heading, paragraph, table } from "#platform/pdf/page-blocks.ts";
import { day, duration, eur, longDay } from "#ui/format.ts";
import { loadRun } from "../load-training.store.ts";
import { en } from "../training.en.ts";
import { fr, type TrainingRefusalCode } from "../training.fr.ts";
import { mayReadTraining } from "../training.policy.ts";
import type { Route } from "./+types/folder.page";
import { settledShares } from "./run.store.ts";
import { type Run, sharesOf, takenOf } from "./run.ts";

type Words = typeof fr | typeof en;
const MOST_SHEETS = 10;

/** What a structure sends to the funder of training of its entrepreneurs; participants are written there by hand, by it. */
export async function loader(args: Route.LoaderArgs) {
  const { paper, file } = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, language, today, timeZone } = reader;
    const loaded = await loadRun(reader, parseId<"trainingRun">(args.params.runId), mayReadTraining);
    if (isRefusal(loaded)) return loaded;
    const { course, run, bookings } = loaded;
    const structureId = parseId<"structure">(args.params.structureId);
    const missing = refuse("missing", "training.noSeat" satisfies TrainingRefusalCode);
    if (structureId === null || course.id !== args.params.courseId) return missing;
    const refusal = maySpeakFor(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
    if (refusal) return refusal;
    const settled = run.settledAt !== null;
    const shares = settled ? await settledShares(tx, organizationId, run.id) : sharesOf(run.cost, run.split, bookings);
    const share = shares.find((one) => one.structureId === structureId);
    if (share === undefined) return missing;
    const words = language === "fr" ? fr : en;
    const network = await organizationProfile(tx, organizationId);
    const perHour = toCents(roundDivide(share.amount * 4n, BigInt(share.seats * course.quarters)));
    const facts: readonly (readonly [string, string])[] = [
      [words.paper.structure, share.structureName],
      [words.paper.proposedBy, course.structureName],
      [words.paper.trainer, course.trainer],
      [words.paper.dates, datesText(words, language, run)],
      ...(run.place === "" ? [] : ([[words.paper.place, run.place]] as const)),
      [words.paper.duration, duration(course.quarters * 15)],
      [words.paper.seats, fill(words.paper.of, { seats: String(share.seats), total: String(takenOf(shares)) })],
      [settled ? words.paper.share : words.paper.foreseen, eur(share.amount, language)],
      [words.paper.perHour, eur(perHour, language)],
    ];
    const cost = eur(run.cost, language);
    const paper: Paper = {
      ...{ title: course.title, author: network.legalName, language, date: today },
      accent: network.accentColour,
      footer: `${network.legalName}, ${day(today)}`,
      blocks: [
        heading(course.title),
        paragraph(words.paper.folder),
        ...facts.map(([label, value]) => paragraph(`${label} : ${value}`)),
        paragraph(
          run.settledAt === null
            ? fill(words.paper.notSettled, { cost })
            : fill(words.paper.settled, {
                ...{ cost, day: day(dayIn(run.settledAt, timeZone)), count: String(shares.length) },
              }),
        ),
        ...(course.audience === "" ? [] : [heading(words.paper.audience, 2), paragraph(course.audience)]),
        heading(words.paper.programme, 2),
        ...course.programme.split("\n").flatMap((text) => (text.trim() === "" ? [] : [paragraph(text)])),
        heading(words.paper.sheet, 2),
        paragraph(words.paper.sheetHelp),
        ...sheets(words, language, run, share.seats),
      ],
    };
    return { paper, file: `${words.paper.file}-${run.startsOn}` };
  });
  return printed(paper, file);
}

const datesText = (words: Words, language: Language, { startsOn, endsOn }: Run): string =>
  startsOn === endsOn
    ? longDay(startsOn, language)
    : fill(words.dates.more, { start: day(startsOn), end: day(endsOn) }).toLocaleLowerCase();

/** A table for each day, with a line for each seat of the structure and one for who trains. */
function sheets(words: Words, language: Language, run: Run, seats: number): Paper["blocks"] {
  const days: Paper["blocks"][number][] = [];
  for (let on = run.startsOn; on <= run.endsOn; on = addDays(on, 1)) {
    if (days.length === 2 * MOST_SHEETS) return [...days, paragraph(words.paper.moreDays)];
    const blank = Array.from({ length: seats }, () => ["", "", ""]);
    days.push(
      heading(fill(words.paper.sheetDay, { day: longDay(on, language) }), 3),
      table(
        [
          { heading: words.paper.participant, width: 50 },
          { heading: words.paper.morning, width: 25 },
          { heading: words.paper.afternoon, width: 25 },
        ],
        [...blank, [words.paper.trainerSigns, "", ""]],
      ),
    );
  }
  return days;
}
