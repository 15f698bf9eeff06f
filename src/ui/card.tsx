import type { ReactNode } from "react";
import { useId } from "react";

/** A surface with a heading, an optional link or button at its right, and its content. */
export function Card({
  title,
  description,
  actions,
  level = 2,
  padded = true,
  className = "",
  children,
}: {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3;
  /** false: the content touches the edges (a table). */
  readonly padded?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={`min-w-0 rounded-xl border border-bordure bg-surface ${padded ? "p-4 sm:p-5" : ""} ${className}`}
    >
      {title || actions ? (
        <div
          className={`flex flex-wrap items-start justify-between gap-x-4 gap-y-1 ${padded ? "mb-3" : "p-4 sm:px-5"}`}
        >
          <div className="min-w-0">
            {title ? (
              <Heading id={id} className={level === 2 ? "text-section font-semibold" : "font-semibold"}>
                {title}
              </Heading>
            ) : null}
            {description ? <p className="text-aide text-texte2">{description}</p> : null}
          </div>
          {actions ? <div className="flex min-w-0 flex-wrap items-center gap-3">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
