import { useEffect, useRef, useState } from "react";
import { useHydrated } from "./hydrated.island.ts";
import { useLanguage } from "./language.tsx";

/** How many boxes of the fieldset around it are ticked; follows clicks and the keyboard. Without script it says nothing. */
export function TickedCount({ initial }: { readonly initial: number }) {
  const { words, plural } = useLanguage();
  const hydrated = useHydrated();
  const line = useRef<HTMLParagraphElement>(null);
  const [ticked, setTicked] = useState(initial);
  useEffect(() => {
    setTicked(initial);
    const boxes = line.current?.closest("fieldset");
    if (!boxes) return;
    const read = () => setTicked(boxes.querySelectorAll("input:checked").length);
    read();
    boxes.addEventListener("change", read);
    return () => boxes.removeEventListener("change", read);
  }, [initial]);
  return (
    <p ref={line} role="status" className="min-h-6 text-aide font-medium">
      {!hydrated ? null : ticked === 0 ? words.tickedNone : plural(ticked, words.tickedOne, words.tickedMany)}
    </p>
  );
}
