import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useLanguage } from "./language.tsx";

/**
 * A modal dialog: the browser's own (nothing to download; it keeps the focus in, closes on Escape and gives the focus
 * back). Its content is drawn only while it is open.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  size = "regular",
  hideTitle = false,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** top: wide, near the top of the screen (the palette). */
  readonly size?: "regular" | "wide" | "top";
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
}) {
  const { words } = useLanguage();
  const id = useId();
  const [element, setElement] = useState<HTMLDialogElement | null>(null);
  useEffect(() => {
    if (open && element && !element.open) element.showModal();
  }, [open, element]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; Escape does the same by the browser
    <dialog
      ref={setElement}
      aria-labelledby={id}
      aria-describedby={description ? `${id}-d` : undefined}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element) element.close();
      }}
      className={`dialogue ${{ regular: "max-w-md", wide: "max-w-2xl", top: "max-w-2xl mt-[10dvh]!" }[size]}`}
    >
      <div className="flex max-h-[inherit] flex-col overflow-y-auto p-5">
        <div className={hideTitle ? "sr-only" : "mb-3 flex items-start justify-between gap-4"}>
          <h2 id={id} className="text-section font-semibold">
            {title}
          </h2>
          {hideTitle ? null : (
            <button
              type="button"
              onClick={() => element?.close()}
              aria-label={words.close}
              className="-m-2 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-lg text-texte2 hover:bg-surface2"
            >
              <X aria-hidden="true" size={22} />
            </button>
          )}
        </div>
        {description ? (
          <div id={`${id}-d`} className="mb-4 text-texte2">
            {description}
          </div>
        ) : null}
        {children}
      </div>
    </dialog>
  );
}
