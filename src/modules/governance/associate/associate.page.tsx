import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, activitiesOfPerson, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayGovern, mayKeepShares } from "../governance.policy.ts";
import { readLimits } from "../limit/limit.store.ts";
import { LimitsAhead } from "../limit/limits.view.tsx";
import { findArticles } from "../setup/articles.store.ts";
import { MoveForm } from "../share/move-form.view.tsx";
import { moveShares, reverseMovement } from "../share/move-shares.command.ts";
import { en as shareEn } from "../share/share.en.ts";
import { fr as shareFr } from "../share/share.fr.ts";
import type { Route } from "./+types/associate.page";
import { applyAgain } from "./apply.command.ts";
import { en } from "./associate.en.ts";
import { fr } from "./associate.fr.ts";
import { AssociateActs } from "./associate-acts.view.tsx";
import { associateSheet } from "./associate-sheet.store.ts";
import { EventsCard, MovementsTable, SharesCard, STATUS_TONE } from "./associate-sheet.view.tsx";
import { decideApplication, moveAssociate, recordLeaving } from "./decide.command.ts";
import { peopleOptions } from "./people.store.ts";
import { findRegistered } from "./register.store.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const refusal = mayKeepShares(actor);
    if (refusal) return refusal;
    const id = parseId<"associate">(args.params.associateId);
    const associate = id === null ? null : await findRegistered(tx, organizationId, id, today);
    if (associate === null) return refuse("missing", "associate.missing");
    const { colleges, admittedBy } = await findArticles(tx, organizationId);
    const governs = mayGovern(actor) === null;
    const activities =
      associate.personId === null ? [] : await activitiesOfPerson(tx, organizationId, associate.personId, "all");
    return {
      ...{ slug, today, key: newId<"key">(now) as string, governs, admittedBy },
      sheet: await associateSheet(reader, associate),
      colleges: colleges.map(({ number, name }) => ({ value: String(number), label: name })),
      people: governs && associate.kind === "organization" ? await peopleOptions(reader) : [],
      limits: (await readLimits(reader)).limits,
      activities: activities.map(({ activityId, name }) => ({ value: activityId as string, label: name })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["effectOn"]);
  const { cooperative, associateId } = args.params;
  const given = { ...input, associateId };
  const then = (message: { fr: string; en: string }) => () => ({
    to: `/${cooperative}/associes/${associateId}`,
    message,
  });
  switch (input.intention) {
    case "decide":
      return act(args, form, decideApplication, given, then({ fr: fr.decided, en: en.decided }));
    case "again":
      return act(args, form, applyAgain, given, then({ fr: fr.applied, en: en.applied }));
    case "assign":
      return act(args, form, moveAssociate, given, then({ fr: fr.moved, en: en.moved }));
    case "leave":
      return act(args, form, recordLeaving, given, then({ fr: fr.left, en: en.left }));
    case "move":
      return act(args, form, moveShares, given, then({ fr: shareFr.done, en: shareEn.done }));
    case "reverse":
      return act(args, form, reverseMovement, given, then({ fr: shareFr.reversed, en: shareEn.reversed }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function AssociatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, governs, admittedBy, sheet, colleges, people, activities, limits } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const shares = choose({ fr: shareFr, en: shareEn });
  const answer = actionData ?? null;
  const description = [
    words.kinds[sheet.kind],
    sheet.siren === "" ? "" : `${words.siren} ${sheet.siren}`,
    fill(words.inCollege, { college: sheet.college.name }),
    sheet.representative === null ? "" : fill(words.represents, { name: sheet.representative }),
  ];
  const acts = governs ? (
    <AssociateActs {...{ sheet, colleges, people, admittedBy, today, answer }} idempotencyKey={key} />
  ) : null;
  return (
    <Page
      title={`${sheet.number}. ${sheet.name}`}
      badge={<Badge tone={STATUS_TONE[sheet.status]}>{words.statuses[sheet.status]}</Badge>}
      description={description.filter(Boolean).join(", ")}
      width="form"
      crumbs={[{ to: `/${slug}/associes`, label: words.title }]}
    >
      <Refused intent="reverse" answer={answer} />
      {sheet.status === "applied" ? acts : null}
      <SharesCard slug={slug} sheet={sheet} />
      <LimitsAhead slug={slug} limits={limits} />
      {sheet.status === "admitted" || sheet.position.shares > 0 || sheet.position.toRefund > 0n ? (
        <MoveForm {...{ sheet, activities, today, answer }} idempotencyKey={key} />
      ) : null}
      <MovementsTable
        sheet={sheet}
        undo={(movement) =>
          movement.kind === "reverse" || movement.reversed ? null : (
            <Confirm trigger={shares.reverse} title={shares.reverseTitle} size="small">
              <p>{`${day(movement.effectOn)}, ${shares.kinds[movement.kind]}. ${shares.reverseLead}`}</p>
              <SubmitForm intent="reverse" answer={answer} hidden={{ movementId: movement.id }}>
                <SubmitButton variant="danger">{shares.reverseSubmit}</SubmitButton>
              </SubmitForm>
            </Confirm>
          )
        }
      />
      <EventsCard sheet={sheet} />
      {sheet.status === "applied" ? null : acts}
    </Page>
  );
}
