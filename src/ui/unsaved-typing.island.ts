import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation, useNavigation } from "react-router";
import { forgetResumed, resumeTyping } from "./kept-typing.island.ts";
import { usePersonName } from "./shell-context.tsx";

/** In this tab only, one for each form: the browser forgets it with the tab. */
const PLACE = "saisie-en-cours:";
/** A form of fewer fields is written again in a moment; one with a free text is not. */
const LONG = 4;

type Values = readonly (readonly [string, string])[];
type Unsaved = { readonly who: string; readonly values: Values };

function readUnsaved(place: string): Unsaved | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(place) ?? "null") as Unsaved | null;
  } catch {
    return null;
  }
}

function writeUnsaved(place: string, unsaved: Unsaved): void {
  try {
    window.sessionStorage.setItem(place, JSON.stringify(unsaved));
  } catch {
    // A browser that keeps nothing: the form is as it was before.
  }
}

/** What a form would send, less files and the key of its sending. */
function valuesOf(form: HTMLFormElement): Values {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && name !== "cle" ? [[name, value] as const] : [],
  );
}

/** The order of fields is the script's own business. */
function same(a: Values, b: Values): boolean {
  const text = (values: Values) => JSON.stringify(values.map((pair) => pair.join("=")).sort());
  return text(a) === text(b);
}

function isLong(form: HTMLFormElement): boolean {
  if (form.querySelector("input[type=password]") !== null) return false;
  const fields = form.querySelectorAll("input:not([type=hidden], [type=submit]), select, textarea");
  return fields.length >= LONG || form.querySelector("textarea") !== null;
}

/** What somebody else had written in this tab is nobody's. */
function forgetOthers(who: string): void {
  for (const place of Object.keys(window.sessionStorage)) {
    if (place.startsWith(PLACE) && readUnsaved(place)?.who !== who) window.sessionStorage.removeItem(place);
  }
}

/**
 * What is typed in a long form and not sent: kept when one leaves by a link, by the back button or by a reload, offered
 * when its author is back on the page. Nobody is stopped. `name` tells the forms of a page apart.
 */
export function useUnsavedTyping(
  element: RefObject<HTMLFormElement | null>,
  { name, own, refilled }: { readonly name: string; readonly own: boolean; readonly refilled: boolean },
): {
  readonly offered: boolean;
  readonly take: () => void;
  readonly forget: () => void;
  /** The form is on its way. */
  readonly send: () => void;
  /** How many times it was sent and accepted since it stands here, with nothing typed meanwhile. */
  readonly accepted: number;
} {
  const who = usePersonName();
  const { pathname, key } = useLocation();
  const navigation = useNavigation();
  const place = `${PLACE}${pathname} ${name}`;
  const [offer, setOffer] = useState<Unsaved | null>(null);
  const [accepted, setAccepted] = useState(0);
  const before = useRef<Values | null>(null);
  const sending = useRef(false);
  /** Something was typed since it was sent: the next thing to send, not what was accepted. */
  const goesOn = useRef(false);
  const arrived = useRef(key);

  useEffect(() => {
    if (who === null || !own) return;
    forgetOthers(who);
    setOffer(readUnsaved(place));
  }, [who, own, place]);

  // Sent and still here: a new address means that it was accepted, the same one that it came back. Before it is painted:
  // nobody begins to type in fields that are about to be emptied.
  useLayoutEffect(() => {
    if (!sending.current || navigation.state !== "idle") return;
    sending.current = false;
    if (arrived.current === key) return;
    // What was typed meanwhile has never been sent, whatever is changed in it.
    before.current = goesOn.current ? [] : null;
    forgetResumed();
    window.sessionStorage.removeItem(place);
    if (!goesOn.current) setAccepted((times) => times + 1);
  }, [navigation.state, key, place]);

  useLayoutEffect(() => {
    const form = element.current;
    if (form === null || who === null || !own) return;
    // Back from what was typed: it is not sent yet, whatever is changed in it.
    if (refilled) before.current ??= [];
    const begin = () => {
      before.current ??= valuesOf(form);
    };
    const keep = () => {
      if (before.current === null || sending.current || !isLong(form)) return;
      const values = valuesOf(form);
      if (!same(before.current, values)) writeUnsaved(place, { who, values });
    };
    const begins = ["pointerdown", "keydown", "focusin"] as const;
    for (const type of begins) form.addEventListener(type, begin, true);
    const goOn = () => {
      goesOn.current = true;
    };
    form.addEventListener("input", goOn);
    window.addEventListener("pagehide", keep);
    return () => {
      for (const type of begins) form.removeEventListener(type, begin, true);
      form.removeEventListener("input", goOn);
      window.removeEventListener("pagehide", keep);
      keep();
      if (!sending.current) return;
      // It was sent and the page left: accepted, unless what stands in its place says that it failed.
      const values = valuesOf(form);
      window.setTimeout(() => {
        if (document.querySelector("[data-failed]") !== null) writeUnsaved(place, { who, values });
        else window.sessionStorage.removeItem(place);
      }, 50);
    };
  }, [element, who, own, place, refilled]);

  const forget = () => {
    window.sessionStorage.removeItem(place);
    setOffer(null);
  };
  return {
    offered: offer !== null && !refilled,
    take: () => {
      if (offer === null || who === null) return;
      forget();
      resumeTyping({ path: pathname, who, values: offer.values });
    },
    forget,
    accepted,
    send: () => {
      sending.current = true;
      goesOn.current = false;
      arrived.current = key;
    },
  };
}
