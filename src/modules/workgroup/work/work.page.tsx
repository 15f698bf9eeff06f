import { data } from "react-router";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { documentType, type KeptType } from "#platform/files/file-content.ts";
import { filesIn, holdUpload } from "#platform/http/held-upload.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { en } from "../group/group.en.ts";
import { fr, type WorkgroupRefusalCode } from "../group/group.fr.ts";
import { mayLeadGroup, mayReadGroup, mayWorkIn } from "../group/group.policy.ts";
import { GroupTabs } from "../group/group-tabs.view.tsx";
import { loadGroup } from "../group/load-group.store.ts";
import type { Route } from "./+types/work.page";
import { DecisionsCard } from "./decisions-card.view.tsx";
import { DeliverablesCard } from "./deliverables-card.view.tsx";
import { logDecision, shareVersion } from "./record-work.command.ts";
import { decisionsOf, deliverablesOf } from "./work.store.ts";

const MOST_BYTES = 10_000_000;

/** What a group decided and made: the log, the deliverables and their versions. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, today, timeZone } = reader;
    const loaded = await loadGroup(reader, args.params.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const open = group.closedOn === null;
    return {
      ...{ slug, group, today, timeZone, key: newId<"key">(now) as string },
      decisions: await decisionsOf(tx, organizationId, group.id),
      deliverables: await deliverablesOf(tx, organizationId, group.id),
      decides: open && mayLeadGroup(actor, group, members) === null,
      shares: open && mayWorkIn(actor, group, members) === null,
    };
  });
}

function checkFile(bytes: Uint8Array): KeptType | Refusal<WorkgroupRefusalCode> {
  if (bytes.byteLength > MOST_BYTES) return refuse("invalid", "workgroup.fileHeavy");
  return documentType(bytes) ?? refuse("invalid", "workgroup.fileKind");
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["decidedOn"]);
  const { cooperative, workgroupId } = args.params;
  const given = { ...input, workgroupId };
  const then = (word: "decisionLogged" | "shared") => () => ({
    to: `/${cooperative}/groupes-de-travail/${workgroupId}/travaux`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention?.split(" ")[0]) {
    case "decide":
      return act(args, form, logDecision, given, then("decisionLogged"));
    case "share": {
      const [file] = filesIn(form, "file");
      if (file === undefined) return act(args, form, shareVersion, given, then("shared"));
      // Who may share is decided by the command, which knows the group; the file waits for its sender alone.
      const options = { purpose: "piece", field: "file", allow: () => null, check: checkFile } as const;
      const held = await holdUpload(args, file, options);
      if (!held.ok) return data({ problem: held.problem, typed: typedValues(form) }, { status: held.status });
      return act(args, form, shareVersion, { ...given, heldFileId: held.held.id }, then("shared"));
    }
    default:
      throw data(null, { status: 404 });
  }
}

export default function Work({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, group, today, timeZone, key, decisions, deliverables, decides, shares } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page title={group.title} crumbs={[{ to: `/${slug}/groupes-de-travail`, label: words.title }]}>
      <GroupTabs slug={slug} group={group} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <DecisionsCard {...{ decisions, decides, today, answer }} idempotencyKey={key} />
        <DeliverablesCard
          {...{ deliverables, shares, timeZone, answer }}
          at={`/${slug}/groupes-de-travail/${group.id}/fichiers`}
          idempotencyKey={key}
        />
      </div>
    </Page>
  );
}
