import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { type Act, type ShortcutMap, step, type Waiting } from "./shortcut.ts";

/** Longer than this between « n » and its letter, and the letter stands alone. */
const WAIT_MS = 1500;

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main [data-row]")];
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
}

/** Moves the focus to the link that opens the next row, or to its button or box: the row's own mark is its focus. */
function moveRow(direction: 1 | -1): boolean {
  const all = rows();
  const current = currentRow();
  const index = current === null ? (direction === 1 ? 0 : all.length - 1) : all.indexOf(current) + direction;
  const row = all[index];
  const target =
    row?.querySelector<HTMLElement>("a[href]") ??
    row?.querySelector<HTMLElement>("button, summary, input[type='checkbox']");
  const shown = document.querySelector<HTMLElement>(`main [data-shortcut="${direction === 1 ? "j" : "k"}"]`);
  if (target) target.focus();
  else shown?.click();
  return target !== undefined || shown !== null;
}

function press(letter: string): boolean {
  const selector = `[data-shortcut="${letter}"]`;
  const button =
    currentRow()?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(`main ${selector}`);
  button?.click();
  return button !== null;
}

function send(): boolean {
  const form = document.activeElement?.closest("form");
  const button = form?.querySelector<HTMLButtonElement>('button[type="submit"]');
  button?.click();
  return Boolean(button);
}

/** Listens to the keyboard for the whole application. Letters are off in fields, in dialogs, and when turned off. */
export function Keyboard({ map, onPalette }: { readonly map: ShortcutMap; readonly onPalette: () => void }) {
  const navigate = useNavigate();
  const waiting = useRef<{ letter: Waiting; at: number }>({ letter: null, at: 0 });
  useEffect(() => {
    const perform = (act: Act): boolean => {
      if (act.kind === "palette") onPalette();
      else if (act.kind === "go") navigate(act.href);
      else if (act.kind === "row") return moveRow(act.direction);
      else if (act.kind === "select") {
        const box = currentRow()?.querySelector<HTMLInputElement>('input[type="checkbox"]');
        box?.click();
        return Boolean(box);
      } else if (act.kind === "press") return press(act.letter);
      else return send();
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const before = event.timeStamp - waiting.current.at < WAIT_MS ? waiting.current.letter : null;
      const { waiting: next, act } = step(
        {
          key: event.key,
          ctrl: event.ctrlKey || event.metaKey,
          alt: event.altKey,
          inField: isField(event.target),
          inDialog: document.querySelector("dialog[open]") !== null,
        },
        before,
        map,
      );
      waiting.current = { letter: next, at: event.timeStamp };
      if (act !== null && perform(act)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    // Told to who drives the page by its keys: before this, a letter is lost.
    document.documentElement.dataset.keyboard = "heard";
    return () => document.removeEventListener("keydown", onKey);
  }, [map, navigate, onPalette]);
  return null;
}
