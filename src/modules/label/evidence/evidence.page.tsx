import { Paperclip } from "lucide-react";
import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { mayEnter, seatsOf } from "#modules/network/index.server.ts";
import { documentType, type KeptType } from "#platform/files/file-content.ts";
import { filesIn, holdUpload } from "#platform/http/held-upload.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { LabelTabs } from "../label-tabs.view.tsx";
import type { Route } from "./+types/evidence.page";
import { stateOn } from "./ending.ts";
import { evidenceOf } from "./evidence.store.ts";
import { EvidenceLink } from "./evidence-link.view.tsx";
import { giveEvidence, retireEvidence } from "./give-evidence.command.ts";

const MOST_BYTES = 10_000_000;
type State = "valid" | "soon" | "over" | "retired";
const TONE: Readonly<Record<State, Tone>> = { valid: "ok", soon: "attention", over: "erreur", retired: "neutre" };

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const entered = mayEnter(actor);
    if (entered) return entered;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const evidence = await evidenceOf(
      tx,
      organizationId,
      seats.map(({ structureId }) => structureId),
    );
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      structures: seats.map(({ structureId, structureName }) => ({ value: structureId, label: structureName })),
      evidence: evidence.map((one) => {
        const state: State = one.retired ? "retired" : stateOn("evidence", one.validUntil, today);
        return { ...one, state };
      }),
    };
  });
}

function checkEvidence(bytes: Uint8Array): KeptType | Refusal<LabelRefusalCode> {
  if (bytes.byteLength > MOST_BYTES) return refuse("invalid", "evidence.heavy");
  return documentType(bytes) ?? refuse("invalid", "evidence.kind");
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^valid/);
  const here = `/${args.params.cooperative}/label/preuves`;
  if (input.intention === "retire") {
    return act(args, form, retireEvidence, input, () => ({
      to: here,
      message: { fr: fr.evidence.retired, en: en.evidence.retired },
    }));
  }
  if (input.intention !== "give") throw data(null, { status: 404 });
  const [file] = filesIn(form, "file");
  let heldFileId = "";
  if (file !== undefined) {
    // Whose structure it is for is decided by the command; the file waits for its sender alone.
    const kept = await holdUpload(args, file, {
      ...{ purpose: "evidence", field: "file", check: checkEvidence },
      allow: mayEnter,
    });
    if (!kept.ok) return data({ problem: kept.problem, typed: typedValues(form) }, { status: kept.status });
    heldFileId = kept.held.id;
  }
  return act(args, form, giveEvidence, { ...input, heldFileId }, () => ({
    to: here,
    message: { fr: fr.evidence.added, en: en.evidence.added },
  }));
}

export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.evidence;
  const { slug, evidence, structures, today, key } = loaderData;
  const answer = actionData ?? undefined;
  const several = structures.length > 1;
  type Row = (typeof evidence)[number];
  const columns: Column<Row>[] = [
    { key: "title", header: words.name, rowHeader: true, cell: (row) => <EvidenceLink slug={slug} evidence={row} /> },
    ...(several ? [{ key: "structure", header: words.structure, cell: (row: Row) => row.structureName }] : []),
    {
      key: "codes",
      header: words.serves,
      cell: (row) => (row.codes.length === 0 ? words.servesNone : row.codes.join(", ")),
    },
    {
      key: "until",
      header: words.until,
      cell: (row) => (row.validUntil === null ? words.always : day(row.validUntil)),
    },
    {
      key: "state",
      header: words.state,
      cell: (row) => <Badge tone={TONE[row.state]}>{words.states[row.state]}</Badge>,
    },
    {
      key: "retire",
      header: words.retire,
      hideHeader: true,
      cell: (row) =>
        row.retired ? null : (
          <SubmitForm intent="retire" hidden={{ evidenceId: row.id }}>
            <SubmitButton variant="quiet" size="small" aria-label={fill(words.retireWhich, { title: row.title })}>
              {words.retire}
            </SubmitButton>
          </SubmitForm>
        ),
    },
  ];
  return (
    <Page title={words.title} description={words.lead}>
      <LabelTabs slug={slug} />
      <Refused intent="retire" answer={answer} />
      {evidence.length === 0 ? (
        <EmptyState icon={Paperclip} title={words.none}>
          {structures.length === 0 ? words.noneSeat : null}
        </EmptyState>
      ) : (
        <Table caption={words.title} rows={evidence} rowKey={(row) => row.id} columns={columns} />
      )}
      {structures.length === 0 ? null : (
        <Card title={words.add} className="max-w-2xl">
          <SubmitForm
            intent="give"
            encType="multipart/form-data"
            idempotencyKey={key}
            answer={answer ?? null}
            className="flex flex-col gap-4"
          >
            {several ? (
              <Select name="structureId" label={words.structure} options={structures} />
            ) : (
              <input type="hidden" name="structureId" value={structures[0]?.value ?? ""} />
            )}
            <TextInput name="title" label={words.titleLabel} maxLength={160} required />
            <FileInput name="file" label={words.file} help={words.fileHelp} accept=".pdf,.png,.jpg,.jpeg" />
            <TextInput name="link" label={words.link} inputMode="url" maxLength={500} optional />
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
              <DayInput name="validFrom" label={words.validFrom} today={today} optional />
              <DayInput name="validUntil" label={words.validUntil} help={words.validHelp} today={today} optional />
            </div>
            <SubmitButton className="self-start">{words.addSubmit}</SubmitButton>
          </SubmitForm>
        </Card>
      )}
    </Page>
  );
}
