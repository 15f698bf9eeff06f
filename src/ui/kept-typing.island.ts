import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useLanguage } from "./language.tsx";
import { type Problem, severalValues, typedValues } from "./problem.ts";
import { usePersonName } from "./shell-context.tsx";

/** In this tab only, until the person is back: the browser forgets it with the tab. */
const PLACE = "saisie";

type Stored = {
  readonly path: string;
  readonly who: string;
  /** The sending met a session that had ended; else it was an ordinary one. */
  readonly interrupted: boolean;
  readonly values: readonly (readonly [string, string])[];
};

/** What comes back to a form: as it would be posted, and as an answer shows it. */
export type KeptTyping = {
  readonly form: FormData;
  /** Why it came back; null when the person asked for it. */
  readonly problem: Problem | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly several: Readonly<Record<string, readonly string[]>>;
};

function read(): Stored | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(PLACE) ?? "null") as Stored | null;
  } catch {
    return null;
  }
}

function write(stored: Stored): void {
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify(stored));
  } catch {
    // A browser that keeps nothing: the person is told so when signing in.
  }
}

/** Keeps what a form sends, in case the session has ended. Neither files nor passwords. */
function keep(form: HTMLFormElement, submitter: HTMLElement | null, path: string, who: string): void {
  if (form.querySelector("input[type=password]") !== null) return;
  const values = [...new FormData(form, submitter)].flatMap(([name, value]) =>
    typeof value === "string" && name !== "cle" ? [[name, value] as const] : [],
  );
  write({ path, who, interrupted: false, values });
}

/** What came back last, for every reader of its page; a reload of the page forgets it. */
let back: Stored | null = null;
const CAME_BACK = "saisie-revenue";

/** Puts back in its form what was typed and not sent, at the person's own request. */
export function resumeTyping(typing: Omit<Stored, "interrupted">): void {
  back = { ...typing, interrupted: false };
  window.dispatchEvent(new Event(CAME_BACK));
}

/** What came back has been sent: the form that follows on the same page begins empty. */
export function forgetResumed(): void {
  if (back === null) return;
  back = null;
  window.dispatchEvent(new Event(CAME_BACK));
}

/** The typing of a sending that met the end of the session, once the same person is back on the same page. */
export function useKeptTyping(): KeptTyping | null {
  const { words } = useLanguage();
  const who = usePersonName();
  const { pathname } = useLocation();
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    if (who === null) return;
    const found = read();
    const mine = found?.interrupted && found.path === pathname && found.who === who;
    if (mine) back = found;
    else if (back?.path !== pathname) back = null;
    if (mine || found?.interrupted === false || found?.who !== who) window.sessionStorage.removeItem(PLACE);
    const show = () => setStored(back?.path === pathname && back.who === who ? back : null);
    show();
    window.addEventListener(CAME_BACK, show);
    return () => window.removeEventListener(CAME_BACK, show);
  }, [pathname, who]);
  const [kept, setKept] = useState<KeptTyping | null>(null);
  const sentence = words.sessionEnded;
  useEffect(() => {
    if (stored === null) return setKept(null);
    const form = new FormData();
    for (const [name, value] of stored.values) form.append(name, value);
    const problem = stored.interrupted ? { code: "session.ended", sentence, fields: {} } : null;
    setKept({ form, problem, typed: typedValues(form), several: severalValues(form) });
  }, [stored, sentence]);
  return kept;
}

/** What a form calls when it is sent. */
export function useKeeping(): (form: HTMLFormElement, submitter: HTMLElement | null) => void {
  const who = usePersonName();
  const { pathname } = useLocation();
  return (form, submitter) => {
    if (who !== null) keep(form, submitter, pathname, who);
  };
}

/** On the page where one signs in again: true when what was sent last waits for its author. */
export function useInterrupted(ended: boolean): boolean {
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    const found = ended ? read() : null;
    if (found === null) return;
    write({ ...found, interrupted: true });
    setWaits(true);
  }, [ended]);
  return waits;
}
