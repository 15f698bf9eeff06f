import { Link } from "react-router";
import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";

/** Whether what is read is read live; without script, how to read it again. */
export function LiveMark({ connected, here }: { readonly connected: boolean | null; readonly here: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <p role="status" className="flex min-h-8 flex-wrap items-center gap-3 text-aide text-texte2">
      {connected === true ? <Badge tone="ok">{words.live}</Badge> : null}
      {connected === false ? <Badge tone="attention">{words.reconnecting}</Badge> : null}
      {connected === true ? null : (
        <Link to={here} className="text-marque underline underline-offset-4">
          {words.refresh}
        </Link>
      )}
    </p>
  );
}

/** « Freins », or the name that the facilitator gave. */
export function useLaneName() {
  const words = useLanguage().choose({ fr, en }).lanes;
  return (lane: { readonly kind: keyof typeof words; readonly title: string }) => lane.title || words[lane.kind];
}
