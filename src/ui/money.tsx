import type { Cents } from "#kernel/money.ts";
import { eur, eurSigned } from "./format.ts";
import { useLanguage } from "./language.tsx";

/**
 * An amount. A negative one has its minus sign, its colour and a word: yours when given ("à découvert", shown),
 * else « négatif » for screen readers.
 */
export function Money({
  amount,
  size = "inline",
  signed = false,
  negativeWord,
}: {
  readonly amount: Cents;
  /** figure: the one answer of a page · regular: beside it · inline: in text and tables. */
  readonly size?: "figure" | "regular" | "inline";
  readonly signed?: boolean;
  readonly negativeWord?: string;
}) {
  const { language, words } = useLanguage();
  const look = { figure: "text-montant font-bold", regular: "text-section font-semibold", inline: "" }[size];
  const negative = amount < 0n;
  return (
    <span className={`tabular-nums ${look} ${negative ? "text-erreur" : ""}`}>
      <span className="whitespace-nowrap">{signed ? eurSigned(amount, language) : eur(amount, language)}</span>
      {negative ? (
        negativeWord ? (
          <span className={size === "figure" ? "text-corps font-semibold" : ""}> {negativeWord}</span>
        ) : (
          <span className="sr-only"> ({words.negative})</span>
        )
      ) : null}
    </span>
  );
}

/** A figure with its name above, as in a summary row. */
export function Figure({
  label,
  amount,
  help,
  size = "regular",
  negativeWord,
}: {
  readonly label: string;
  readonly amount: Cents;
  readonly help?: string;
  readonly size?: "figure" | "regular";
  readonly negativeWord?: string;
}) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-aide text-texte2">{label}</dt>
      <dd className="flex flex-col">
        <Money amount={amount} size={size} negativeWord={negativeWord} />
        {help ? <span className="text-aide text-texte2">{help}</span> : null}
      </dd>
    </div>
  );
}

/** Figures side by side. */
export function Figures({ children }: { readonly children: React.ReactNode }) {
  return <dl className="flex flex-wrap items-end gap-x-8 gap-y-3">{children}</dl>;
}
