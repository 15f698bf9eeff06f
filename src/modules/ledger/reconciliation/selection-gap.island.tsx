import { useEffect, useState } from "react";
import { fill } from "#kernel/language.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./lettering-screen.en.ts";
import { fr } from "./lettering-screen.fr.ts";

/** What the ticked lines leave unsettled, said while one ticks. Without script the answer of the form says it. */
export function SelectionGap({
  form,
  name,
  amounts,
}: {
  readonly form: string;
  readonly name: string;
  /** debit − credit of each line, in cents, by the value of its box. */
  readonly amounts: Readonly<Record<string, Cents>>;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const [gap, setGap] = useState<Cents>(ZERO);
  useEffect(() => {
    const read = () => {
      const ticked = [
        ...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${CSS.escape(name)}"]:checked`),
      ].filter((box) => box.getAttribute("form") === form);
      setGap(ticked.reduce((total, box) => total + (amounts[box.value] ?? 0n), 0n) as Cents);
    };
    read();
    document.addEventListener("change", read);
    return () => document.removeEventListener("change", read);
  }, [form, name, amounts]);
  return (
    <span className={`tabular-nums ${gap === 0n ? "text-succes" : "text-texte2"}`}>
      {gap === 0n ? words.settled : fill(words.sum, { gap: eur(gap, language) })}
    </span>
  );
}
