import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { PageBlock, PageInline } from "#platform/pdf/printable-pages.ts";
import type { Route } from "./+types/badges.page";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { mayRunEvent } from "./event.policy.ts";
import { attendeesOf, findEvent } from "./event.store.ts";

/** Sheets of badges to cut, two by two: who somebody is, for which structure, at which event. */
export async function loader(args: Route.LoaderArgs) {
  const { paper, file } = await readTenant(args, async ({ tx, actor, organizationId, language, today }) => {
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const id = parseId<"event">(args.params.eventId);
    const event = id === null ? null : await findEvent(tx, organizationId, id);
    if (event === null) return refuse("missing", "event.missing");
    const { legalName, accentColour } = await organizationProfile(tx, organizationId);
    const badges = (await attendeesOf(tx, organizationId, event.id)).map((one) => [
      paragraph({ text: legalName }),
      paragraph({ text: " " }),
      paragraph({ text: `${one.firstName} ${one.lastName}`, bold: true }),
      paragraph({ text: one.structureName || " " }),
      paragraph({ text: " " }),
      paragraph({ text: event.title, italic: true }),
    ]);
    const rows = Array.from({ length: Math.ceil(badges.length / 2) }, (_, index) =>
      [badges[2 * index] ?? [], badges[2 * index + 1] ?? [paragraph({ text: " " })]].map((blocks) => ({
        span: 1,
        blocks,
      })),
    );
    const table: PageBlock = { kind: "table", widths: [50, 50], head: 0, ruled: true, rows };
    const paper: Paper = {
      ...{ title: event.title, author: legalName, language, date: today, accent: accentColour ?? "#0b5c55" },
      ...{ footer: "", blocks: [table] },
    };
    return { paper, file: (language === "fr" ? fr : en).badgesFile };
  });
  return printed(paper, file);
}

function paragraph(inline: PageInline): PageBlock {
  return { kind: "paragraph", align: "center", indent: 0, inlines: [inline] };
}
