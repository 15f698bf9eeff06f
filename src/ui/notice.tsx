import type { ReactNode } from "react";
import { TONE_ICON } from "./badge.tsx";
import { TONE_CLASS, type Tone } from "./tone.ts";

/** A message in the page. `alert` is read at once by screen readers: for what went wrong only. */
export function Notice({
  tone = "info",
  title,
  alert = false,
  actions,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly alert?: boolean;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  const Icon = TONE_ICON[tone];
  return (
    <div role={alert ? "alert" : "status"} className={`flex items-start gap-3 rounded-xl p-4 ${TONE_CLASS[tone]}`}>
      <Icon aria-hidden="true" size={22} className="mt-px shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-texte">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
