import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";

type Option = { readonly value: string; readonly label: string };
type Proxies = {
  readonly givers: readonly Option[];
  readonly members: readonly Option[];
  readonly proxies: readonly { readonly giver: string; readonly holder: string }[];
  readonly proxiesMost: number;
  readonly answer: FormAnswer | null;
};

/** Who gives a proxy to whom; one gives one's own, the office notes those on paper. */
export function ProxyCard({ givers, members, proxies, proxiesMost, answer }: Proxies) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.proxy} description={fill(words.proxyLead, { most: String(proxiesMost) })}>
      {proxies.length === 0 ? null : (
        <ul className="mb-4">
          {proxies.map(({ giver, holder }) => (
            <li key={giver}>{fill(words.proxyLine, { giver, holder })}</li>
          ))}
        </ul>
      )}
      {givers.length === 0 ? null : (
        <SubmitForm intent="proxy" answer={answer} className="flex flex-col gap-4">
          {givers.length === 1 ? (
            <input type="hidden" name="giverId" value={givers[0]?.value} />
          ) : (
            <Combobox name="giverId" label={words.proxyGiver} options={givers} required />
          )}
          <Select
            name="holderId"
            label={words.proxyHolder}
            options={[{ value: "", label: words.proxyNobody }, ...members]}
          />
          <SubmitButton className="self-start">{words.proxySubmit}</SubmitButton>
        </SubmitForm>
      )}
    </Card>
  );
}
