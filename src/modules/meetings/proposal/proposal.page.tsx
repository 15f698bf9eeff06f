import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import type { Route } from "./+types/proposal.page";
import { DecideForm, PlaceForm } from "./answer-forms.view.tsx";
import { decideProposal, placeProposal, removeProposal } from "./answer-proposal.command.ts";
import { ProposalState } from "./on-agenda.view.tsx";
import { en } from "./proposal.en.ts";
import { fr } from "./proposal.fr.ts";
import { findProposal } from "./proposal.store.ts";
import { type ProposalDetail, proposalDetail } from "./proposal-detail.store.ts";
import { ProposalHistory } from "./proposal-history.view.tsx";
import { commentProposal, supportProposal, withdrawProposal } from "./propose.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now } = reader;
    const id = parseId<"proposal">(args.params.proposalId);
    const proposal = id === null ? null : await findProposal(tx, organizationId, id);
    if (proposal === null) return refuse("missing", "proposal.missing");
    return { slug, key: newId<"key">(now) as string, proposal: await proposalDetail(reader, proposal) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, proposalId } = args.params;
  const given = { ...input, proposalId };
  const said = (word: "supported" | "commented" | "placed" | "removed" | "decided" | "withdrawn") => () => ({
    to: `/${cooperative}/propositions/${proposalId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "support":
      return act(args, form, supportProposal, given, said("supported"));
    case "comment":
      return act(args, form, commentProposal, given, said("commented"));
    case "place":
      return act(args, form, placeProposal, given, said("placed"));
    case "remove":
      return act(args, form, removeProposal, given, said("removed"));
    case "decide":
      return act(args, form, decideProposal, given, said("decided"));
    case "withdraw":
      return act(args, form, withdrawProposal, given, said("withdrawn"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function ProposalPage({ loaderData: { slug, key, proposal }, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? undefined;
  const given = { proposal, idempotencyKey: key, answer };
  return (
    <Page
      title={proposal.title}
      badge={<ProposalState status={proposal.status} />}
      description={`${fill(words.by, { name: proposal.by })}, ${longDay(proposal.on, language)}`}
      width="form"
      crumbs={[{ to: `/${slug}/propositions`, label: words.title }]}
    >
      {["support", "remove", "withdraw"].map((intent) => (
        <Refused key={intent} intent={intent} answer={answer} />
      ))}
      <Card>
        <p className="max-w-prose whitespace-pre-line">{proposal.body}</p>
        {proposal.why === "" ? null : (
          <>
            <h2 className="mt-4 font-semibold">{words.why}</h2>
            <p className="max-w-prose whitespace-pre-line">{proposal.why}</p>
          </>
        )}
        <Support proposal={proposal} />
      </Card>
      {proposal.answers && proposal.open ? (
        proposal.status === "scheduled" ? (
          <DecideForm {...given} />
        ) : (
          <PlaceForm {...given} />
        )
      ) : null}
      <ProposalHistory slug={slug} proposal={proposal} />
      <Comments {...given} />
      {proposal.open && proposal.withdraws ? (
        <Confirm trigger={words.withdraw} title={words.withdrawTitle} variant="quiet">
          <p>{words.withdrawHelp}</p>
          <SubmitForm intent="withdraw" idempotencyKey={key} answer={null}>
            <SubmitButton variant="danger">{words.withdrawSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </Page>
  );
}

function Support({ proposal }: { readonly proposal: ProposalDetail }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const { supports, mine, open } = proposal;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-bordure pt-3">
      <p className="text-texte2">
        {supports === 0 ? words.supportNone : plural(supports, words.supportOne, words.supportCount)}
      </p>
      {open ? (
        <SubmitForm intent="support" hidden={{ withdrawn: mine ? "oui" : "" }} answer={null}>
          <SubmitButton variant={mine ? "quiet" : "secondary"} size="small">
            {mine ? words.unsupport : words.support}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </div>
  );
}

type Commented = {
  readonly proposal: ProposalDetail;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
};

function Comments({ proposal, idempotencyKey, answer }: Commented) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.commentTitle}>
      {proposal.comments.length === 0 ? <p className="text-texte2">{words.noComment}</p> : null}
      <ul className="divide-y divide-bordure">
        {proposal.comments.map(({ key, body, by, on }) => (
          <li key={key} className="py-3">
            <p className="text-aide text-texte2">
              {by}, {longDay(on, language)}
            </p>
            <p className="max-w-prose whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ul>
      {proposal.open ? (
        <SubmitForm
          intent="comment"
          idempotencyKey={idempotencyKey}
          answer={answer ?? null}
          className="mt-3 flex flex-col gap-4 border-t border-bordure pt-3"
        >
          <Textarea name="body" label={words.comment} help={words.commentHelp} maxLength={2000} rows={3} required />
          <SubmitButton variant="secondary" className="self-start">
            {words.commentSubmit}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
