import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { en } from "../figure/figures.en.ts";
import { fr } from "../figure/figures.fr.ts";
import type { AdhesionsData } from "./adhesions.page.tsx";

type House = AdhesionsData["houses"][number];

export function YearTable({ data: { years } }: { readonly data: AdhesionsData }) {
  const words = useLanguage().choose({ fr, en });
  if (years.length === 0) return <EmptyState title={words.noYear} />;
  return (
    <Table
      caption={words.years}
      showCaption
      rows={years}
      rowKey={(row) => row.period}
      columns={[
        { key: "year", header: words.year, rowHeader: true, cell: (row) => row.period },
        { key: "answered", header: words.answered, align: "end", cell: (row) => row.answered },
        {
          key: "edition",
          header: words.edition,
          align: "end",
          cell: (row) => row.rank ?? words.notPublished,
        },
        {
          key: "act",
          header: words.act,
          hideHeader: true,
          align: "end",
          cell: (row) =>
            row.newer === 0 ? null : (
              <Confirm trigger={words.publish} size="small" title={fill(words.publishOf, { year: row.period })}>
                <SubmitForm intent="publish" hidden={{ period: row.period }} className="flex flex-col gap-4">
                  <p>{fill(words.publishText, { answered: String(row.answered) })}</p>
                  <SubmitButton>{words.publish}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ),
        },
      ]}
    />
  );
}

function StateOf({ house }: { readonly house: House }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <div className="flex flex-col items-start gap-1">
      {house.since === null ? (
        <Badge tone="neutre">{words.notJoined}</Badge>
      ) : (
        <Badge tone="ok">{fill(words.joined, { day: day(house.since) })}</Badge>
      )}
      {house.expiresOn === null ? null : (
        <Badge tone="info">{fill(words.invited, { day: day(house.expiresOn) })}</Badge>
      )}
    </div>
  );
}

function ActsOf({ house: { structureId, name, adhesionId, invitationId } }: { readonly house: House }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <SubmitForm intent="invite" hidden={{ structureId }}>
        <SubmitButton variant="quiet" size="small" aria-label={fill(words.inviteOf, { name })}>
          {invitationId === null && adhesionId === null ? words.invite : words.inviteAgain}
        </SubmitButton>
      </SubmitForm>
      {invitationId === null ? null : (
        <SubmitForm intent="cancel" hidden={{ invitationId }}>
          <SubmitButton variant="quiet" size="small" aria-label={fill(words.cancelOf, { name })}>
            {words.cancel}
          </SubmitButton>
        </SubmitForm>
      )}
      {adhesionId === null ? null : (
        <Confirm trigger={words.revoke} size="small" title={fill(words.revokeOf, { name })}>
          <SubmitForm intent="revoke" hidden={{ adhesionId }} className="flex flex-col gap-4">
            <p>{words.revokeText}</p>
            <SubmitButton variant="danger">{words.revoke}</SubmitButton>
          </SubmitForm>
        </Confirm>
      )}
    </div>
  );
}

export function HouseTable({ data: { houses } }: { readonly data: AdhesionsData }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Table
      caption={words.houses}
      showCaption
      rows={houses}
      rowKey={(row) => row.structureId}
      columns={[
        { key: "name", header: words.house, rowHeader: true, cell: (row) => row.name },
        { key: "state", header: words.state, cell: (row) => <StateOf house={row} /> },
        { key: "last", header: words.lastYear, cell: (row) => row.lastPeriod ?? "" },
        { key: "act", header: words.act, hideHeader: true, align: "end", cell: (row) => <ActsOf house={row} /> },
      ]}
    />
  );
}
