/** A key as printed on the keyboard. Decoration for people who see: the shortcut itself is told in Aide > Raccourcis. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className="rounded-md border border-bordure-forte bg-surface px-1.5 py-px font-sans text-legende leading-5 text-texte2">
      {children}
    </kbd>
  );
}
