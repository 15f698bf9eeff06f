import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { Evidence } from "./evidence.store.ts";

/** Opens what is shown: the file that was kept, or the page at its address. */
export function EvidenceLink({
  slug,
  evidence,
}: {
  readonly slug: string;
  readonly evidence: Pick<Evidence, "id" | "title" | "link">;
}) {
  const words = useLanguage().choose({ fr: fr.evidence, en: en.evidence });
  const kept = evidence.link === "";
  return (
    <a
      href={kept ? `/${slug}/label/preuves/${evidence.id}/fichier` : evidence.link}
      {...(kept ? { "aria-label": fill(words.open, { title: evidence.title }) } : { rel: "noreferrer noopener" })}
      className="text-marque underline decoration-1 underline-offset-4 [overflow-wrap:anywhere] hover:decoration-2"
    >
      {evidence.title}
    </a>
  );
}
