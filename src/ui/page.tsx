import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";

/** A page within the frame: its title (also the window's), its state, its main act at the right, its content below. */
export function Page({
  title,
  windowTitle,
  badge,
  description,
  actions,
  crumbs,
  width = "wide",
  children,
}: {
  readonly title: ReactNode;
  /** The window's title when `title` is not plain text. */
  readonly windowTitle?: string;
  readonly badge?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Only below the second level. */
  readonly crumbs?: readonly Crumb[];
  /** "form": a measure that is pleasant to read and type in. */
  readonly width?: "wide" | "form";
  readonly children: ReactNode;
}) {
  return (
    <div className={`flex flex-col gap-4 sm:gap-5 ${width === "form" ? "max-w-2xl" : ""}`}>
      <title>{`${windowTitle ?? (typeof title === "string" ? title : "")} · Essaim`}</title>
      <header className="flex flex-col gap-1">
        {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="min-w-0 text-titre font-bold tracking-tight [overflow-wrap:anywhere]">{title}</h1>
              {badge}
            </div>
            {description ? <div className="max-w-prose text-texte2 first-letter:uppercase">{description}</div> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
        </div>
      </header>
      {children}
    </div>
  );
}
