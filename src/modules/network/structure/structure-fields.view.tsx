import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en as networkEn } from "../network.en.ts";
import { fr as networkFr } from "../network.fr.ts";
import { DEPARTMENTS_IN_ORDER } from "../territory/department.ts";
import { STRUCTURE_KINDS, type Structure, TRADE_FAMILIES } from "./structure.ts";
import { en } from "./structure-screen.en.ts";
import { fr } from "./structure-screen.fr.ts";

type Typed = Readonly<Record<string, string>> | undefined;

/** What the network's team says a structure is. */
export function StructureIdentityFields({ structure }: { readonly structure?: Structure }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { kinds } = choose({ fr: networkFr, en: networkEn });
  return (
    <>
      <TextInput name="name" label={words.name} defaultValue={structure?.name} maxLength={160} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="kind"
          label={words.kind}
          defaultValue={structure?.kind ?? "cae"}
          options={STRUCTURE_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <TextInput name="siren" label={words.siren} defaultValue={structure?.siren} inputMode="numeric" optional />
      </div>
      <TextInput
        name="legalForm"
        label={words.legalForm}
        defaultValue={structure?.legalForm}
        maxLength={120}
        optional
      />
      <Checkbox name="listed" label={words.listed} help={words.listedHelp} defaultChecked={structure?.listed ?? true} />
    </>
  );
}

/** How it is reached and what it does: its own representatives keep these. */
export function StructureContactFields({
  structure,
  typed,
}: {
  readonly structure?: Structure;
  /** What was typed before a refusal, for the boxes. */
  readonly typed?: Typed;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { trades } = choose({ fr: networkFr, en: networkEn });
  const ticked = (trade: (typeof TRADE_FAMILIES)[number]) =>
    typed === undefined ? (structure?.trades.includes(trade) ?? false) : typed[`trade-${trade}`] !== undefined;
  return (
    <>
      <TextInput name="street" label={words.street} defaultValue={structure?.street} maxLength={200} optional />
      <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <TextInput
          name="postalCode"
          label={words.postalCode}
          defaultValue={structure?.postalCode}
          maxLength={10}
          optional
        />
        <TextInput name="city" label={words.city} defaultValue={structure?.city} maxLength={100} optional />
      </div>
      <DepartmentSelect
        name="department"
        label={words.department}
        help={words.departmentHelp}
        defaultValue={structure?.department ?? ""}
        optional
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput name="website" label={words.website} defaultValue={structure?.website} inputMode="url" optional />
        <TextInput name="phone" label={words.phone} type="tel" defaultValue={structure?.phone} optional />
      </div>
      <TextInput
        name="email"
        label={words.email}
        help={words.emailHelp}
        type="email"
        defaultValue={structure?.email}
        optional
      />
      <Textarea
        name="description"
        label={words.description}
        defaultValue={structure?.description}
        rows={4}
        maxLength={2000}
        optional
      />
      <fieldset>
        <legend className="font-semibold">{words.trades}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {TRADE_FAMILIES.map((trade) => (
            <Checkbox key={trade} name={`trade-${trade}`} label={trades[trade]} defaultChecked={ticked(trade)} />
          ))}
        </div>
      </fieldset>
    </>
  );
}

export function DepartmentSelect(
  props: { readonly name: string; readonly label: string } & Partial<React.ComponentProps<typeof Select>>,
) {
  const options = DEPARTMENTS_IN_ORDER.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return <Select {...props} placeholder=" " options={options} />;
}

/** The families of trades that were ticked. */
export function tradesOf(form: FormData): string[] {
  return TRADE_FAMILIES.filter((trade) => form.get(`trade-${trade}`) !== null);
}
