/** The keyboard map, as a pure step: what was pressed and what came before give what to do. AZERTY-safe: letters only. */

export type Stroke = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  /** The key went to a field where letters are text. */
  readonly inField: boolean;
  /** A modal dialog is open. */
  readonly inDialog: boolean;
};

export type ShortcutMap = {
  /** Letters after « n ». */
  readonly creations: Readonly<Record<string, string>>;
  /** Letters after « a ». */
  readonly places: Readonly<Record<string, string>>;
  readonly lettersOn: boolean;
};

/** "n" or "a" was pressed and waits for its letter. */
export type Waiting = "n" | "a" | null;

export type Act =
  | { readonly kind: "palette" }
  | { readonly kind: "go"; readonly href: string }
  | { readonly kind: "row"; readonly direction: 1 | -1 }
  | { readonly kind: "select" }
  /** Presses the page's or the row's own button of this letter. */
  | { readonly kind: "press"; readonly letter: "v" | "e" }
  | { readonly kind: "send" };

/** What one key does. `act: null` leaves the key to the browser. */
export function step(stroke: Stroke, waiting: Waiting, map: ShortcutMap): { waiting: Waiting; act: Act | null } {
  // Shift and its like are on the way to a letter.
  if (["Shift", "CapsLock", "Control", "Meta", "Alt"].includes(stroke.key)) return { waiting, act: null };
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  if (stroke.ctrl) {
    if (key === "k" && !stroke.alt) return { waiting: null, act: { kind: "palette" } };
    if (key === "Enter") return { waiting: null, act: { kind: "send" } };
    return { waiting: null, act: null };
  }
  if (!map.lettersOn || stroke.inField || stroke.inDialog || stroke.alt) return { waiting: null, act: null };
  if (waiting !== null) {
    const places = waiting === "n" ? map.creations : map.places;
    const href = Object.hasOwn(places, key) ? places[key] : undefined;
    return { waiting: null, act: href === undefined ? null : { kind: "go", href } };
  }
  if (key === "n" || key === "a") return { waiting: key, act: null };
  if (key === "j") return { waiting: null, act: { kind: "row", direction: 1 } };
  if (key === "k") return { waiting: null, act: { kind: "row", direction: -1 } };
  if (key === "x") return { waiting: null, act: { kind: "select" } };
  if (key === "v" || key === "e") return { waiting: null, act: { kind: "press", letter: key } };
  return { waiting: null, act: null };
}
