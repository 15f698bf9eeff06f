/** SQL of what the articles say: the version in force, or an earlier one. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { fr } from "./articles.fr.ts";
import {
  type Admitter,
  type Articles,
  type Base,
  type College,
  type CompanyForm,
  type CooperativeForm,
  type Majority,
  type QUORUM_SCOPES,
  type Share,
  usualArticles,
} from "./articles.ts";

type Row = {
  version: number;
  form: CooperativeForm;
  company: CompanyForm;
  shareValue: Cents;
  minimumCapital: Cents;
  refundYears: number;
  admittedBy: Admitter;
  convocationDays: number;
  proxiesMost: number;
  quorumScope: (typeof QUORUM_SCOPES)[number];
  quorums: [Share, Share, Share, Share];
  majorities: [Majority, Majority];
  bases: [Base, Base, Base, Base];
  weighted: boolean;
  savedAt: Instant;
  colleges: College[];
};

/** The articles in force, or those of a version; the usual rules of law where nothing was saved. */
export async function findArticles(
  tx: Tx,
  organizationId: OrganizationId,
  version: number | null = null,
): Promise<Articles> {
  const { rows } = await sql<Row>`
    select a.version, a.form, a.company, a.share_value as "shareValue", a.minimum_capital as "minimumCapital", a.refund_years as "refundYears",
           a.admitted_by as "admittedBy", a.convocation_days as "convocationDays", a.proxies_most as "proxiesMost",
           a.quorum_scope as "quorumScope", a.quorums, a.majorities, a.bases, a.weighted, a.saved_at as "savedAt",
           (select json_agg(json_build_object('number', c.number, 'name', c.name, 'weight', c.weight, 'kind', c.kind) order by c.number)
              from governance.college c where c.organization_id = a.organization_id and c.articles_version = a.version) as colleges
      from governance.articles a
     where a.organization_id = ${organizationId} ${version === null ? sql`` : sql`and a.version = ${version}`}
     order by a.version desc limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) {
    const { legalForm } = await organizationProfile(tx, organizationId);
    return usualArticles(legalForm, fr.collegeDefault);
  }
  const { quorums, majorities, bases, ...said } = row;
  const rule = (place: 0 | 1 | 2 | 3, kind: 0 | 1) => ({
    ...{ quorum: quorums[place], majority: majorities[kind], base: bases[place] },
  });
  return {
    ...said,
    rules: { ordinary: { 1: rule(0, 0), 2: rule(1, 0) }, extraordinary: { 1: rule(2, 1), 2: rule(3, 1) } },
  };
}

export async function insertArticles(
  { tx, organizationId, now, actor }: CommandContext,
  articles: Articles,
): Promise<void> {
  const { ordinary, extraordinary } = articles.rules;
  const rules = [ordinary[1], ordinary[2], extraordinary[1], extraordinary[2]];
  await sql`insert into governance.articles (organization_id, version, form, company, share_value, minimum_capital, refund_years, admitted_by,
      convocation_days, proxies_most, quorum_scope, quorums, majorities, bases, weighted, saved_at, saved_by)
    values (${organizationId}, ${articles.version}, ${articles.form}, ${articles.company}, ${articles.shareValue}, ${articles.minimumCapital}, ${articles.refundYears},
      ${articles.admittedBy}, ${articles.convocationDays}, ${articles.proxiesMost}, ${articles.quorumScope},
      ${rules.map(({ quorum }) => quorum)}::text[], ${[ordinary[1].majority, extraordinary[1].majority]}::text[],
      ${rules.map(({ base }) => base)}::text[], ${articles.weighted}, ${now}, ${actor.personId})`.execute(tx);
  await sql`insert into governance.college (organization_id, articles_version, number, name, weight, kind)
    select ${organizationId}, ${articles.version}, c.number, c.name, c.weight, c.kind
      from jsonb_to_recordset(${JSON.stringify(articles.colleges)}::jsonb) as c(number int, name text, weight int, kind text)`.execute(
    tx,
  );
}
