import type { LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";

/**
 * A panel that unfolds under its button: a native <details>, so it opens without script. With script it also closes
 * on Escape, on a click beside it and on leaving the page.
 */
export function Disclosure({
  label,
  summary,
  summaryClassName,
  panelClassName = "",
  align = "end",
  side = "below",
  shortcut,
  children,
}: {
  /** The name of the button when `summary` has no words. */
  readonly label?: string;
  readonly summary: ReactNode;
  readonly summaryClassName: string;
  readonly panelClassName?: string;
  readonly align?: "start" | "end";
  readonly side?: "below" | "above";
  readonly shortcut?: string;
  readonly children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes each time the page changes
  useEffect(() => details.current?.removeAttribute("open"), [key]);
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) {
        details.current?.removeAttribute("open");
      }
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, []);
  return (
    <details
      ref={details}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        event.stopPropagation();
        details.current.removeAttribute("open");
        details.current.querySelector("summary")?.focus();
      }}
    >
      <summary aria-label={label} data-shortcut={shortcut} className={`list-none ${summaryClassName}`}>
        {summary}
      </summary>
      <div
        className={`absolute z-30 min-w-60 rounded-xl border border-bordure bg-surface p-1.5 shadow-flottant ${
          align === "end" ? "right-0" : "left-0"
        } ${side === "below" ? "top-full mt-2" : "bottom-full mb-2"} ${panelClassName}`}
      >
        {children}
      </div>
    </details>
  );
}

export const MENU_ITEM =
  "flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-lg px-3 text-left hover:bg-surface2 -outline-offset-3";

/** A link of a menu. */
export function MenuLink({
  to,
  icon: Icon,
  hint,
  children,
}: {
  readonly to: string;
  readonly icon?: LucideIcon;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Link to={to} prefetch="intent" className={MENU_ITEM}>
      {Icon ? <Icon aria-hidden="true" size={20} className="shrink-0 text-texte2" /> : null}
      <span className="flex-1">{children}</span>
      {hint}
    </Link>
  );
}
