import type { LucideIcon } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useActionData, useLocation, useNavigation } from "react-router";
import { Button, type ButtonSize, type ButtonVariant, buttonClass } from "./button.tsx";
import { Dialog } from "./dialog.island.tsx";
import { useHydrated } from "./hydrated.island.ts";
import { useLanguage } from "./language.tsx";

/**
 * A clear question before what cannot be undone: sending, money leaving, voting. (Elsewhere prefer an undo.)
 * With script a dialog; without, the same question and form unfold under the button.
 */
export function Confirm({
  trigger,
  label,
  title,
  variant = "secondary",
  size,
  icon,
  shortcut,
  children,
}: {
  /** The words of the button that asks. */
  readonly trigger: ReactNode;
  /** What the button is called where several have the same words: theirs first, then of which. */
  readonly label?: string;
  readonly title: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: LucideIcon;
  /** The letter that opens it ("v"). */
  readonly shortcut?: string;
  /** What will happen, in words, and the SubmitForm that does it. */
  readonly children: ReactNode;
}) {
  const { words } = useLanguage();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const navigation = useNavigation();
  const { key } = useLocation();
  const answer = useActionData();
  const sent = useRef<{ key: string; answer: unknown; away: boolean } | null>(null);
  const asked = useRef<HTMLDivElement>(null);
  // Before the page that the answer gave is painted: the question and what it led to are never seen together.
  useLayoutEffect(() => {
    const waiting = sent.current;
    if (waiting === null) return;
    // A quick answer may come before « submitting » was ever drawn: what changed tells it too.
    if (navigation.state !== "idle") waiting.away = true;
    else if (waiting.away || waiting.key !== key || waiting.answer !== answer) {
      // Closed once the answer came and the page was read again; fields to correct keep it open.
      sent.current = null;
      setOpen(asked.current?.querySelector("[aria-invalid=true]") != null);
    }
  }, [navigation.state, key, answer]);
  if (!hydrated) {
    const Icon = icon;
    return (
      <details className="max-w-md">
        <summary aria-label={label} className={`${buttonClass(variant, size)} list-none`}>
          {Icon ? <Icon aria-hidden="true" size={20} /> : null}
          {trigger}
        </summary>
        <div className="mt-2 flex flex-col gap-4 rounded-xl border border-bordure bg-surface p-4">
          <p className="font-semibold">{title}</p>
          {children}
        </div>
      </details>
    );
  }
  return (
    // Within a column of a page the button keeps its own width.
    <div className="inline-flex">
      <Button
        variant={variant}
        size={size}
        icon={icon}
        aria-haspopup="dialog"
        aria-label={label}
        data-shortcut={shortcut}
        onClick={() => setOpen(true)}
      >
        {trigger}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <div
          ref={asked}
          className="confirmation"
          onSubmit={({ target }) => {
            if (target instanceof HTMLFormElement && target.method !== "dialog") {
              sent.current = { key, answer, away: false };
            }
          }}
        >
          {children}
          <form method="dialog">
            <Button type="submit" variant="quiet">
              {words.goBack}
            </Button>
          </form>
        </div>
      </Dialog>
    </div>
  );
}
