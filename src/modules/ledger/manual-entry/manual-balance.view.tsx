import { fill } from "#kernel/language.ts";
import { type Cents, subtract, sum } from "#kernel/money.ts";
import { Badge } from "#ui/badge.tsx";
import { FieldError } from "#ui/field.tsx";
import { useField } from "#ui/form-context.tsx";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./manual-entry.en.ts";
import { fr } from "./manual-entry.fr.ts";
import type { RunningBalance } from "./manual-form.ts";

/** What each activity's lines add up to, and what is missing: the answer of « lines » is written under it. */
export function ManualBalance({
  balances,
  names,
}: {
  readonly balances: readonly RunningBalance[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const field = useField("lines");
  return (
    <div id={field.id} tabIndex={-1} className="flex flex-col gap-2 rounded-xl bg-surface2 p-4">
      <p className="font-semibold">{words.balance}</p>
      {balances.length === 0 ? <p className="text-texte2">{words.nothingYet}</p> : null}
      <ul className="flex flex-col gap-2" aria-live="polite">
        {balances.map((balance) => (
          <Sums
            key={balance.activityId}
            name={balance.activityId === "" ? words.sharedServices : (names.get(balance.activityId) ?? "")}
            debit={balance.debit}
            credit={balance.credit}
          />
        ))}
        {balances.length > 1 ? (
          <Sums
            name={words.total}
            debit={sum(balances.map(({ debit }) => debit))}
            credit={sum(balances.map(({ credit }) => credit))}
          />
        ) : null}
      </ul>
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

function Sums({ name, debit, credit }: { readonly name: string; readonly debit: Cents; readonly credit: Cents }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const gap = subtract(debit, credit);
  const size = (gap < 0n ? -gap : gap) as Cents;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <span className="min-w-0 font-medium">{name}</span>
      <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1 tabular-nums">
        <span>
          {words.debit} {eur(debit, language)}
        </span>
        <span>
          {words.credit} {eur(credit, language)}
        </span>
        {gap === 0n ? (
          <Badge tone="ok">{words.balanced}</Badge>
        ) : (
          <Badge tone="attention">
            {fill(gap > 0n ? words.missingCredit : words.missingDebit, { gap: eur(size, language) })}
          </Badge>
        )}
      </span>
    </li>
  );
}
