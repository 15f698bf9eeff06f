import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "./button.tsx";
import { useLanguage } from "./language.tsx";

export type PaginationProps =
  /** By key: the address carries the key of the neighbour page (`?apres=` / `?avant=`). */
  | { readonly before: string | null; readonly after: string | null; readonly label?: string }
  /** By number, for short lists. */
  | { readonly page: number; readonly pageCount: number };

function searchWith(search: string, name: string, value: string): string {
  const parameters = new URLSearchParams(search);
  for (const other of ["page", "apres", "avant"]) parameters.delete(other);
  parameters.set(name, value);
  return `?${parameters}`;
}

/** Previous and next, by the address. Shows nothing when everything is on one page. */
export function Pagination(props: PaginationProps) {
  const { words } = useLanguage();
  const { search } = useLocation();
  const keyed = "before" in props;
  const previous = keyed
    ? props.before && searchWith(search, "avant", props.before)
    : props.page > 1 && searchWith(search, "page", String(props.page - 1));
  const next = keyed
    ? props.after && searchWith(search, "apres", props.after)
    : props.page < props.pageCount && searchWith(search, "page", String(props.page + 1));
  if (!previous && !next) return null;
  const label = keyed ? props.label : fill(words.pageOf, { page: String(props.page), count: String(props.pageCount) });
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center justify-between gap-3">
      <span className="text-aide text-texte2">{label}</span>
      <span className="flex gap-3">
        {previous ? (
          <ButtonLink size="small" icon={ChevronLeft} to={{ search: previous }} rel="prev">
            {words.previous}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink size="small" to={{ search: next }} rel="next">
            {words.next}
            <ChevronRight aria-hidden="true" size={20} />
          </ButtonLink>
        ) : null}
      </span>
    </nav>
  );
}

/** From one thing to its neighbours (the queue of documents to read): previous, where one is, next. */
export function Pager({
  previous,
  next,
  label,
}: {
  readonly previous: string | null;
  readonly next: string | null;
  /** "3 sur 23". */
  readonly label?: string;
}) {
  const { words } = useLanguage();
  return (
    <nav aria-label={words.pages} className="flex items-center gap-2">
      {previous ? (
        <ButtonLink size="small" icon={ChevronLeft} to={previous} rel="prev" data-shortcut="k">
          {words.previous}
        </ButtonLink>
      ) : null}
      {label ? <span className="px-1 text-aide text-texte2 tabular-nums">{label}</span> : null}
      {next ? (
        <ButtonLink size="small" to={next} rel="next" data-shortcut="j">
          {words.next}
          <ChevronRight aria-hidden="true" size={20} />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
