import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { actionsFrom } from "#kernel/transition.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { en } from "../bid.en.ts";
import { type BidRefusalCode, fr } from "../bid.fr.ts";
import { mayActFor, mayLead, mayRead } from "../bid.policy.ts";
import { addNote } from "../note/add-note.command.ts";
import { holdPaper } from "../note/hold-paper.page.ts";
import { notesOf } from "../note/note.store.ts";
import { NotesCard } from "../note/notes-card.view.tsx";
import { AnswerCard } from "../part/answer-card.view.tsx";
import { PartsCard } from "../part/parts-card.view.tsx";
import { answerPart, invitePart, leavePart, sharePart } from "../part/share-part.command.ts";
import { choicesOf } from "../part/whose.store.ts";
import { makeQuote } from "../quote/make-quote.command.ts";
import { QuoteCard } from "../quote/quote-card.view.tsx";
import { quotesOf } from "../quote/quotes-of.store.ts";
import { postSplit } from "../split/post-split.command.ts";
import { SplitCard } from "../split/split-card.view.tsx";
import { splitsToPost } from "../split/splits-to-post.store.ts";
import { statementOf, writeCode } from "../statement/statement.store.ts";
import { StatementCard } from "../statement/statement-card.view.tsx";
import type { Route } from "./+types/bid.page";
import { withAmount } from "./amount.ts";
import { findBid } from "./bid.store.ts";
import { bidTransitions, partsIn, totalOf } from "./bid.ts";
import { moveBid } from "./move-bid.command.ts";
import { NextCard } from "./next-card.view.tsx";
import { STATUS_TONE } from "./status-tone.ts";
import { changeBid } from "./write-bid.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today, timeZone }) => {
    const id = parseId<"bid">(args.params.bidId);
    const bid = id === null ? null : await findBid(tx, organizationId, id);
    if (bid === null || mayRead(actor, bid)) return refuse("missing", "bid.missing" satisfies BidRefusalCode);
    const leads = mayLead(actor, bid) === null;
    const mine = partsIn(bid).find(({ personId }) => personId === actor.personId);
    const tells = mine !== undefined && actor.house === "network" && bid.status === "won";
    const cooperatives = tells ? await listStructures(tx, organizationId, { on: today, kind: "cae" }) : [];
    const sirens = new Set(cooperatives.map(({ siren }) => siren).filter((siren) => siren !== ""));
    const statement = tells ? statementOf(bid, mine, sirens) : null;
    const notes = await notesOf(tx, organizationId, bid.id);
    return {
      ...{ slug, today, key: newId<"key">(now) as string, leads, cae: actor.house === "cae" },
      bid: {
        ...{ id: bid.id as string, title: bid.title, buyer: bid.buyer, buyerSiren: bid.buyerSiren },
        ...{ reference: bid.reference, deadline: bid.deadline, billing: bid.billing, status: bid.status },
        ...{ version: bid.version, reason: bid.reason, total: totalOf(partsIn(bid)) },
        submittedOn: bid.submittedAt === null ? null : dayIn(bid.submittedAt, timeZone),
      },
      parts: bid.parts.map((part) => ({
        ...{ id: part.id as string, name: part.personName, lead: part.lead, forWhom: part.forWhom, task: part.task },
        ...{ amount: part.amount, state: stateOf(part), mayAct: mayActFor(actor, bid, part) === null },
      })),
      moves: leads ? actionsFrom(bidTransitions, bid.status) : [],
      asked:
        bid.status === "drafted" && mine !== undefined && !mine.lead && mine.agreedAt === null
          ? (mine.id as string)
          : null,
      choices: await choicesOf(tx, actor, today),
      notes: notes.map(({ at, fileHash: _, id: noteId, ...note }) => ({
        ...{ ...note, id: noteId as string, on: dayIn(at, timeZone), time: timeIn(at, timeZone) },
      })),
      quotes: await quotesOf(tx, organizationId, actor, bid),
      splits: await splitsToPost(tx, organizationId, actor, bid),
      code: statement === null || mine === undefined ? null : writeCode(statement, mine.id),
    };
  });
}

type PartState = "waiting" | "agreed" | "declined";
const stateOf = (part: { readonly agreedAt: unknown; readonly declinedAt: unknown }): PartState =>
  part.declinedAt !== null ? "declined" : part.agreedAt === null ? "waiting" : "agreed";

export type BidPageData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["deadline"]);
  const { cooperative, bidId } = args.params;
  const given = { ...withAmount(input, args.context.get(languageContext)), bidId };
  const here = `/${cooperative}/reponses-communes/${bidId}`;
  const said = (word: keyof typeof fr.said) => () => ({ to: here, message: { fr: fr.said[word], en: en.said[word] } });
  switch (input.intention) {
    case "change":
      return act(args, form, changeBid, given, said("changed"));
    case "move":
      return act(args, form, moveBid, given, said("moved"));
    case "invite":
      return act(args, form, invitePart, given, said("invited"));
    case "agree":
      return act(args, form, answerPart, { ...given, answer: "agree" }, said("agreed"));
    case "decline":
      return act(args, form, answerPart, { ...given, answer: "decline" }, () => ({
        to: `/${cooperative}/reponses-communes`,
        message: { fr: fr.said.declined, en: en.said.declined },
      }));
    case "share":
      return act(args, form, sharePart, given, said("changed"));
    case "remove":
      return act(args, form, leavePart, given, said("removed"));
    case "quote":
      return act(args, form, makeQuote, given, ({ quoteId }) => ({
        to: `/${cooperative}/devis/${quoteId}`,
        message: { fr: fr.said.quoted, en: en.said.quoted },
      }));
    case "split":
      return act(args, form, postSplit, given, said("split"));
    case "note": {
      const kept = await holdPaper(args, form);
      if (kept !== null && !kept.ok) {
        return data({ problem: kept.problem, typed: typedValues(form) }, { status: kept.status });
      }
      return act(args, form, addNote, { ...given, heldFileId: kept?.held.id ?? "" }, said("noted"));
    }
    default:
      throw data(null, { status: 404 });
  }
}

export default function BidPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, bid } = loaderData;
  const given = { data: loaderData, answer: actionData ?? undefined };
  const about = [
    bid.buyer,
    ...(bid.reference === "" ? [] : [fill(words.referenceOf, { reference: bid.reference })]),
    words.billings[bid.billing],
  ];
  return (
    <Page
      title={bid.title}
      badge={<Badge tone={STATUS_TONE[bid.status]}>{words.statuses[bid.status]}</Badge>}
      description={`${about.join(". ")}. ${words.columns.deadline} ${day(bid.deadline)}. ${
        bid.submittedOn === null ? "" : fill(words.frozenOn, { day: day(bid.submittedOn) })
      } ${bid.reason}`}
      crumbs={[{ to: `/${slug}/reponses-communes`, label: words.title }]}
    >
      <AnswerCard {...given} />
      <PartsCard {...given} />
      <StatementCard data={loaderData} />
      <QuoteCard {...given} />
      <SplitCard {...given} />
      <NextCard {...given} />
      <NotesCard {...given} />
    </Page>
  );
}
