import { ChevronRight } from "lucide-react";
import { TextLink } from "./button.tsx";
import { useLanguage } from "./language.tsx";

export type Crumb = { readonly label: string; readonly to: string };

/** The way back up; the page itself is its title and is not repeated. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { words } = useLanguage();
  return (
    <nav aria-label={words.breadcrumb}>
      <ol className="flex flex-wrap items-center gap-1 text-aide">
        {crumbs.map((crumb) => (
          <li key={crumb.to} className="flex items-center gap-1">
            <TextLink to={crumb.to} className="inline-block py-0.5">
              {crumb.label}
            </TextLink>
            <ChevronRight aria-hidden="true" size={16} className="text-texte2" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
