import { Link } from "react-router";
import { useShell } from "#ui/shell-context.tsx";

/** Three cells of a comb: many, side by side, one body. Drawn in the cooperative's colour. */
export function Mark({ className = "size-8" }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M10.5 3.2 16 6.4v6.3l-5.5 3.2L5 12.7V6.4z" className="fill-marque opacity-55" />
      <path d="m21.9 3.2 5.5 3.2v6.3l-5.5 3.2-5.5-3.2V6.4z" className="fill-marque" />
      <path
        d="m16.2 13.4 5.5 3.2v6.3l-5.5 3.2-5.5-3.2v-6.3z"
        transform="translate(0 2.4)"
        className="fill-marque opacity-80"
      />
    </svg>
  );
}

export function Brand() {
  const { slug, cooperativeName } = useShell();
  return (
    <Link to={`/${slug}`} className="flex min-h-11 items-center gap-2.5 rounded-lg px-2">
      <Mark className="size-8 shrink-0" />
      <span className="leading-tight font-bold text-marque">{cooperativeName}</span>
    </Link>
  );
}
