import { useEffect, useRef, useState } from "react";
import { useLanguage } from "./language.tsx";

function boxes(name: string, form: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${CSS.escape(name)}"]`)].filter(
    (box) => box.getAttribute("form") === form,
  );
}

/** How many boxes of this name are ticked; follows clicks and the keyboard. */
export function useSelectionCount(name: string, form: string): { ticked: number; total: number } {
  const [count, setCount] = useState({ ticked: 0, total: 0 });
  useEffect(() => {
    const read = () => {
      const all = boxes(name, form);
      setCount({ ticked: all.filter((box) => box.checked).length, total: all.length });
    };
    read();
    document.addEventListener("change", read);
    return () => document.removeEventListener("change", read);
  }, [name, form]);
  return count;
}

/** The box of the heading: ticks or clears the rows shown. Without script each row is ticked by itself. */
export function SelectAll({ name, form }: { readonly name: string; readonly form: string }) {
  const { words } = useLanguage();
  const box = useRef<HTMLInputElement>(null);
  const { ticked, total } = useSelectionCount(name, form);
  useEffect(() => {
    if (!box.current) return;
    box.current.checked = total > 0 && ticked === total;
    box.current.indeterminate = ticked > 0 && ticked < total;
  }, [ticked, total]);
  return (
    <label className="tableau-cible">
      <span className="sr-only">{words.selectAll}</span>
      <input
        ref={box}
        type="checkbox"
        onChange={(event) => {
          const checked = event.currentTarget.checked;
          for (const row of boxes(name, form)) row.checked = checked;
          document.dispatchEvent(new Event("change"));
        }}
      />
    </label>
  );
}
