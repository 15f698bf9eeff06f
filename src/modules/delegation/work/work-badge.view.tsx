import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./work-screen.en.ts";
import { fr } from "./work-screen.fr.ts";

/** Where a piece of work stands: to do or done, late or not, an error noted. */
export function WorkBadge({
  done,
  late,
  faulty,
}: {
  readonly done: boolean;
  readonly late: boolean;
  readonly faulty: boolean;
}) {
  const words = useLanguage().choose({ fr, en });
  if (faulty) return <Badge tone="erreur">{words.fault}</Badge>;
  if (done) return <Badge tone={late ? "attention" : "ok"}>{late ? words.doneLate : words.done}</Badge>;
  return <Badge tone={late ? "erreur" : "info"}>{late ? words.late : words.todo}</Badge>;
}
