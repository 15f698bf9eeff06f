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
