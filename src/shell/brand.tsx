import { Link } from "react-router";
import { Mark } from "#ui/mark.tsx";
import { useShell } from "#ui/shell-context.tsx";

export function Brand() {
  const { slug, cooperativeName } = useShell();
  return (
    <Link to={`/${slug}`} className="flex min-h-11 items-center gap-2.5 rounded-lg px-2">
      <Mark className="size-8 shrink-0" />
      <span className="leading-tight font-bold text-marque">{cooperativeName}</span>
    </Link>
  );
}
