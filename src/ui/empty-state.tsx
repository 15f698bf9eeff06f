import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing here yet: one sentence, one act, perhaps an example. */
export function EmptyState({
  icon: Icon,
  title,
  action,
  example,
  heading = false,
  children,
}: {
  readonly icon?: LucideIcon;
  readonly title: ReactNode;
  /** A ButtonLink or a form: the one thing to do. */
  readonly action?: ReactNode;
  readonly example?: ReactNode;
  /** The title is the page's own (h1). */
  readonly heading?: boolean;
  readonly children?: ReactNode;
}) {
  const Title = heading ? "h1" : "p";
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-bordure-forte bg-surface px-6 py-10 text-center">
      {Icon ? (
        <span className="flex size-14 items-center justify-center rounded-full bg-marque-fond text-marque">
          <Icon aria-hidden="true" size={28} />
        </span>
      ) : null}
      <Title className="text-section font-semibold text-balance">{title}</Title>
      {children ? <div className="max-w-prose text-texte2">{children}</div> : null}
      {action ? <div className="mt-1">{action}</div> : null}
      {example ? <div className="text-aide">{example}</div> : null}
    </div>
  );
}
