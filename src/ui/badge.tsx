import { Circle, CircleAlert, CircleCheck, Clock, Info, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { TONE_CLASS, type Tone } from "./tone.ts";

export const TONE_ICON: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: Info,
  attention: Clock,
  erreur: CircleAlert,
  neutre: Circle,
};

/** A state in a word: icon, word, colour. */
export function Badge({
  tone = "neutre",
  icon,
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const Icon = icon ?? TONE_ICON[tone];
  return (
    <span
      title={title}
      className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-legende font-semibold whitespace-nowrap ${TONE_CLASS[tone]}`}
    >
      <Icon aria-hidden="true" size={14} className="shrink-0" />
      {children}
    </span>
  );
}
