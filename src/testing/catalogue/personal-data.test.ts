/** What is known of people is listed: each table of the database says whether it speaks of somebody, and by which column. */
import pg from "pg";
import { describe, expect, it } from "vitest";
import { speaks } from "#kernel/personal-data.ts";
import { fr as archiveFrench } from "../../modules/privacy/archive/archive.fr.ts";
import { PERSONAL_DATA } from "../../personal-data.ts";
import { testDatabase } from "../test-database.ts";
import { businessTables } from "./schema-faults.ts";

async function ask<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client((await testDatabase()).admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("Les données personnelles sont connues", () => {
  it("chaque table est dans la liste d’un module (personal-data.ts), une fois", async () => {
    const listed = PERSONAL_DATA.map(({ table }) => table);
    expect([...listed].sort()).toEqual(await ask(businessTables));
  });

  it("chaque colonne que la liste nomme existe", async () => {
    const columns = await ask(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns",
      );
      return new Set(rows.map(({ name }) => name));
    });
    const named = PERSONAL_DATA.filter(speaks).flatMap((table) => {
      const own = [
        ...("of" in table ? [table.of] : "email" in table ? [table.email] : [table.within[0]]),
        ...(table.hidden ?? []),
        ...Object.keys(table.only ?? {}),
        ...Object.entries(table.files ?? {})
          .flat()
          .filter((column) => column !== ""),
      ].map((column) => `${table.table}.${column}`);
      return "within" in table ? [...own, `${table.within[1]}.${table.within[2] ?? "id"}`] : own;
    });
    expect(named.filter((name) => !columns.has(name))).toEqual([]);
  });

  it("une table qui désigne une personne comme celle dont on parle (person_id) le dit, ou dit pourquoi non", async () => {
    const silent = new Set(PERSONAL_DATA.filter((table) => !speaks(table)).map(({ table }) => table));
    const rows = await ask((client) =>
      client.query<{ name: string }>(
        "select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'person_id'",
      ),
    );
    // Ciphers apart, secrets and counters; and what was done to a customer's documents, which belongs to an activity.
    const reviewed = [
      "accompaniment.calendar_feed",
      "accompaniment.session_reminder",
      "membership.holding",
      "membership.known_holding",
      "parcours.sensitive",
      "sales.document_event",
      "sales.reminder",
    ];
    expect(
      rows.rows
        .map(({ name }) => name)
        .filter((name) => silent.has(name))
        .sort(),
    ).toEqual(reviewed);
  });

  it("ce qui s’écrit librement de quelqu’un s’efface, ou une raison dit pourquoi cela reste", async () => {
    const { rows } = await ask((client) =>
      client.query<{ name: string; table: string }>(
        `select n.nspname || '.' || c.relname as table, n.nspname || '.' || c.relname || '.' || a.attname as name
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
            and not has_table_privilege('essaim_eraser', c.oid, 'delete')
            and not has_column_privilege('essaim_eraser', c.oid, a.attnum, 'update')
            -- A value of a list, a shape, a key: no free words.
            and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                  and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ ' = ANY | ~ ')
            and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))`,
      ),
    );
    const speaking = new Set(PERSONAL_DATA.filter(speaks).map(({ table }) => table));
    const staying = rows.filter(({ table }) => speaking.has(table)).map(({ name }) => name);
    const reviewed = [
      // The trade name stays with the books, and what its documents say with it.
      ...["name", "trade", "footer", "conditions"].map((column) => `membership.activity.${column}`),
      "membership.agreement.shares",
      "membership.cover.label",
      // What somebody thought of a project stays with the round that it was compared in.
      "grid.rating.code",
      "grid.rating.comment",
      // What was found of a structure, under a certificate that stays.
      "label.finding.code",
      "label.finding.note",
      // What somebody was asked to do stays with the bid that was submitted; their name goes.
      "bid.part.house",
      "bid.part.task",
      // What a meeting said stays; the name of who said it goes with the person.
      ...["title", "body", "why"].map((column) => `meetings.proposal.${column}`),
      "meetings.proposal_comment.body",
      // Who spoke of somebody's work, in one house or the other: what was said goes.
      "delegation.comment.author",
      // What somebody is in the structure for which they speak: nobody, once their name is gone.
      "network.seat.function",
      // What was said in a room stays, under no name; guests’ names go by themselves thirty days after its closing.
      "room.card.body",
      "room.participant.first_name",
      "room.participant.structure_name",
      // The register of associates is kept as long as the company lives, with its reasons.
      "governance.associate.legal_name",
      // The proof of a convocation.
      "governance.convocation.email",
      "governance.associate_event.reason",
      "governance.share_movement.reason",
      "consultation.committee_seat.function",
      // Words of a list that the program keeps, or of the cooperative about itself.
      "accompaniment.permanence.place",
      "accompaniment.permanence.town",
      "contribution.waiver.decided_by",
      "parcours.candidate_event.status",
      "parcours.import_item.left_because",
      "platform.mail.subject_id",
      "platform.mail.subject_kind",
      "skills.rating.level_name",
      "skills.rating.skill_name",
      ...["definition", "description", "name"].map((column) => `statistics.sheet.${column}`),
    ];
    expect(staying.sort()).toEqual(reviewed.sort());
  });

  it("une valeur de liste se dit en mots, dans les deux langues ; une colonne sans mot n’est pas un texte à lire", async () => {
    const columns = await ask((client) =>
      client.query<{ table: string; column: string; type: string; values: string | null }>(
        `select n.nspname || '.' || c.relname as table, a.attname as column, a.atttypid::regtype::text as type,
                (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                    and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '% = ANY %' limit 1) as values
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attname not like '%hash'
            and a.attname not in ('id', 'organization_id')`,
      ),
    );
    const unsaid: string[] = [];
    const unlabelled: string[] = [];
    for (const table of PERSONAL_DATA.filter(speaks)) {
      const shown = columns.rows.filter((row) => row.table === table.table && !table.hidden?.includes(row.column));
      for (const { column, type, values } of shown) {
        if (type !== "uuid" && !(column in archiveFrench.columns)) unlabelled.push(`${table.table}.${column}`);
        for (const [, value = ""] of values?.matchAll(/'([^']*)'::text/g) ?? []) {
          for (const language of ["fr", "en"] as const) {
            const said = table.say?.(column, { [column]: value }, language);
            if (said === undefined && value !== "") unsaid.push(`${table.table}.${column} = ${value} (${language})`);
          }
        }
      }
    }
    expect(unsaid).toEqual([]);
    // For a program alone.
    expect(unlabelled.sort()).toEqual([
      "accompaniment.permanence.weekday",
      "accompaniment.session_signature.digest",
      "desk.list_arrangement.hidden",
      "desk.list_arrangement.list",
      "desk.saved_view.list",
      "desk.saved_view.search",
      "documents.document.template_version",
      "documents.piece.media_type",
      "documents.signature_event.number",
      "documents.signature_event.rank",
      "documents.signer.rank",
      "membership.person.user_id",
      "notification.notice.path",
      "notification.notice.subject_kind",
      "parcours.candidate.consent_version",
      "parcours.import_item.left_because",
      "parcours.import_item.line",
      "parcours.import_item.position",
      "platform.audit.subject_kind",
      "platform.mail.subject_kind",
      "statistics.sheet.definition",
    ]);
  });
});
