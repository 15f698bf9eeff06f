import type { ReactNode } from "react";

/** How far a thing is, always with its words ("34 écritures sur 120"). Widths are SVG attributes: no inline style. */
export function ProgressBar({
  label,
  value,
  max,
  words,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** What the bar means, in words, below it. */
  readonly words: ReactNode;
}) {
  const ratio = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(max, Math.max(0, value))}
        aria-valuetext={typeof words === "string" ? words : undefined}
      >
        <svg viewBox="0 0 100 2" preserveAspectRatio="none" className="h-2 w-full rounded-full" aria-hidden="true">
          <rect width="100" height="2" className="fill-surface2" />
          <rect width={(ratio * 100).toFixed(2)} height="2" className="fill-marque" />
        </svg>
      </div>
      <p className="text-aide text-texte2">{words}</p>
    </div>
  );
}

/** A share as a ring with its figure inside. */
export function ProgressRing({
  label,
  value,
  max,
  children,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The figure in the middle ("3/5"). */
  readonly children: ReactNode;
}) {
  const ratio = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  const length = 2 * Math.PI * 20;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(0, value))}
      className="relative inline-flex size-16 items-center justify-center"
    >
      <svg viewBox="0 0 48 48" className="absolute inset-0" aria-hidden="true">
        <circle cx="24" cy="24" r="20" fill="none" strokeWidth="5" className="stroke-surface2" />
        <circle
          cx="24"
          cy="24"
          r="20"
          fill="none"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray={`${(ratio * length).toFixed(2)} ${length.toFixed(2)}`}
          transform="rotate(-90 24 24)"
          className={ratio === 0 ? "stroke-transparent" : "stroke-marque"}
        />
      </svg>
      <span className="relative text-tableau font-semibold tabular-nums">{children}</span>
    </div>
  );
}
