import { toString as draw } from "qrcode";
import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { momentOf, openAssemblyPage, quorumNow, shownMotion } from "../assembly/assembly-reading.store.ts";
import { mayGovern } from "../governance.policy.ts";
import { motionsOf } from "../motion/motion.store.ts";
import type { Route } from "./+types/room.page";
import { Refresh } from "./refresh.island.tsx";
import { refuseUnlessOpen } from "./while-open.page.ts";

/** What is projected: the code to scan, who is there, the motion that is voted. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { app, tx, actor, organizationId, slug } = reader;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const opened = await openAssemblyPage(reader, args.params.assemblyId);
    if (isRefusal(opened)) return opened;
    const { assembly, articles } = opened;
    const closed = refuseUnlessOpen(slug, assembly);
    if (closed) return closed;
    const address = `${app.settings.publicUrl}/${slug}/assemblees/${assembly.id}/voter?code=${assembly.roomCode}`;
    const svg = await draw(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
    const motions = await motionsOf(tx, organizationId, assembly.id);
    const voting = motions.find(({ status }) => status === "voting");
    return {
      ...{ slug, assembly: momentOf(reader, assembly), quorum: quorumNow(opened), roomCode: assembly.roomCode },
      image: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
      voting: voting === undefined ? null : shownMotion(voting, articles),
    };
  });
}

export default function Room({
  loaderData: { slug, assembly, quorum, roomCode, image, voting },
}: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={assembly.title}
      description={words.roomLead}
      crumbs={[{ to: `/${slug}/assemblees/${assembly.id}/seance`, label: words.session }]}
    >
      <Refresh />
      <div className="grid grid-cols-1 items-center gap-6 md:grid-cols-2">
        <div className="flex flex-col items-center gap-3">
          <img src={image} alt={words.roomCode} width={320} height={320} className="max-w-full rounded-xl bg-white" />
          <p className="text-section">
            {words.roomCode} <strong className="font-mono tracking-widest">{roomCode}</strong>
          </p>
        </div>
        <div className="flex flex-col gap-4">
          <p role="status" className="text-titre font-bold">
            {fill(words.roomSeen, { counting: String(quorum.counting), members: String(quorum.members) })}
          </p>
          {voting === null ? null : (
            <section className="flex flex-col gap-2">
              <h2 className="text-section font-semibold">{`${voting.number}. ${voting.title}`}</h2>
              <p className="whitespace-pre-line">{voting.body}</p>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}
