import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Form } from "react-router";
import type { Undo } from "./flash.ts";
import { useLanguage } from "./language.tsx";

export type Toast = { readonly text: string; readonly undo?: Undo; readonly refused?: boolean };

/** Ten seconds, as long as an undo; the time stops while somebody points at it or is in it. */
const SHOWN_MS = 10_000;

/**
 * The place of messages, read aloud politely. `first` comes with the page (after a redirection) and is in the server's
 * markup, so it is seen without script.
 */
export function ToastRegion({ first }: { readonly first: Toast | null }) {
  const { words } = useLanguage();
  const [toast, setToast] = useState(first);
  const held = useRef(false);
  useEffect(() => {
    if (first) setToast(first);
  }, [first]);
  useEffect(() => {
    if (!toast || toast.refused) return;
    const timer = setInterval(() => {
      if (!held.current) setToast(null);
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [toast]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 md:bottom-6 print:hidden"
      onPointerEnter={() => {
        held.current = true;
      }}
      onPointerLeave={() => {
        held.current = false;
      }}
      onFocus={() => {
        held.current = true;
      }}
      onBlur={() => {
        held.current = false;
      }}
    >
      {toast ? (
        <div className="pointer-events-auto flex max-w-md items-center gap-3 rounded-xl border border-bordure bg-surface py-1.5 pr-1.5 pl-4 shadow-flottant">
          {toast.refused ? (
            <CircleAlert aria-hidden="true" size={20} className="shrink-0 text-erreur" />
          ) : (
            <CircleCheck aria-hidden="true" size={20} className="shrink-0 text-ok" />
          )}
          <p className="py-1.5">{toast.text}</p>
          {toast.undo ? (
            <Form method="post" action={toast.undo.action} onSubmit={() => setToast(null)}>
              {Object.entries(toast.undo.fields).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button
                type="submit"
                className="min-h-11 cursor-pointer rounded-lg px-3 font-semibold text-marque hover:bg-marque-fond"
              >
                {words.cancel}
              </button>
            </Form>
          ) : null}
          <button
            type="button"
            aria-label={words.close}
            onClick={() => setToast(null)}
            className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-lg text-texte2 hover:bg-surface2"
          >
            <X aria-hidden="true" size={18} />
          </button>
        </div>
      ) : null}
    </div>
  );
}
