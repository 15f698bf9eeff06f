import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { eur, longDay } from "#ui/format.ts";
import { associateSheet } from "../associate/associate-sheet.store.ts";
import { findRegistered } from "../associate/register.store.ts";
import { mayKeepShares } from "../governance.policy.ts";
import { paragraph, printed, title } from "../paper.page.ts";
import type { Route } from "./+types/certificate.page";
import { en } from "./share.en.ts";
import { fr } from "./share.fr.ts";

/** The certificate of shares of today, for whoever keeps the register and for the associate. */
export async function loader(args: Route.LoaderArgs) {
  const { words, paper } = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, today, language } = reader;
    const id = parseId<"associate">(args.params.associateId);
    const associate = id === null ? null : await findRegistered(tx, organizationId, id, today);
    const reads = associate?.voice === actor.personId || mayKeepShares(actor) === null;
    if (associate === null || !reads) return refuse("missing", "associate.missing");
    const words = language === "fr" ? fr : en;
    const sheet = await associateSheet(reader, associate);
    const { legalName, accentColour } = await organizationProfile(tx, organizationId);
    const { position } = sheet;
    const shares = fill(position.shares === 1 ? words.sharesOne : words.sharesMany, { count: String(position.shares) });
    const facts = {
      ...{ cooperative: legalName, name: sheet.name, number: String(sheet.number), day: longDay(today, language) },
      ...{ shares, subscribed: eur(position.subscribed, language), paid: eur(position.paid, language) },
    };
    const member =
      sheet.admittedOn === null
        ? []
        : [fill(words.certificateMember, { day: longDay(sheet.admittedOn, language), college: sheet.college.name })];
    const refund =
      position.toRefund === 0n ? [] : [fill(words.certificateRefund, { amount: eur(position.toRefund, language) })];
    const texts = [fill(words.certificateBody, facts), ...member, ...refund, words.certificateRule];
    return {
      words,
      paper: {
        ...{ title: words.certificateTitle, author: legalName, accent: accentColour, language, today },
        footer: legalName,
        blocks: [
          title(words.certificateTitle),
          ...texts.map(paragraph),
          paragraph(fill(words.certificateMade, { day: longDay(today, language) })),
        ],
      },
    };
  });
  return printed(paper, words.certificateFile, words.busy);
}
