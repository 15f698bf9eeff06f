import { SlidersHorizontal } from "lucide-react";
import { Form, useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { Button, buttonClass } from "./button.tsx";
import { useLanguage } from "./language.tsx";
import { Disclosure } from "./menu.island.tsx";
import { useFrame } from "./shell-context.tsx";
import { hiddenInAddress, withParameters } from "./url.ts";

/** The list of the page, by its address within the cooperative: "compta/journaux". */
export function listOf(pathname: string): string {
  return pathname.split("/").slice(2).join("/");
}

/** What the reader left out of the list of this page, and how high its lines are; null outside of the frame. */
export function useArrangement(): {
  readonly hidden: readonly string[];
  readonly density: "comfort" | "compact";
} | null {
  const frame = useFrame();
  const { pathname, search } = useLocation();
  if (frame === null) return null;
  const chosen = frame.lists.arranged[listOf(pathname)];
  return {
    hidden: hiddenInAddress(search) ?? chosen?.hidden ?? [],
    density: chosen?.density ?? (frame.comfort ? "comfort" : "compact"),
  };
}

type ShownColumn = {
  readonly key: string;
  readonly header: string;
  readonly rowHeader?: boolean;
  readonly hideHeader?: boolean;
};

/** « Affichage »: which columns, how high the lines. A form, so that it works without script. */
export function ListDisplay({
  caption,
  columns,
}: {
  readonly caption: string;
  readonly columns: readonly ShownColumn[];
}) {
  const { words } = useLanguage();
  const { pathname, search } = useLocation();
  const frame = useFrame();
  const arranged = useArrangement();
  if (frame === null || arranged === null) return null;
  const choices = columns.filter(({ rowHeader, hideHeader }) => !rowHeader && !hideHeader);
  return (
    <div className="-mt-2 flex justify-end print:hidden">
      <Disclosure
        label={fill(words.displayOf, { list: caption })}
        panelClassName="w-64"
        summaryClassName={buttonClass("quiet", "small")}
        summary={
          <>
            <SlidersHorizontal aria-hidden="true" size={18} />
            {words.display}
          </>
        }
      >
        <Form
          // What was chosen elsewhere meanwhile is what the boxes say.
          key={`${arranged.hidden.join()} ${arranged.density}`}
          method="post"
          action={`/${frame.slug}/affichage`}
          preventScrollReset
          className="flex flex-col gap-3 p-2"
        >
          <input type="hidden" name="liste" value={listOf(pathname)} />
          <input type="hidden" name="retour" value={pathname + withParameters(search, { sans: null })} />
          <fieldset className="flex max-h-72 flex-col overflow-y-auto">
            <legend className="pb-1 text-legende font-semibold text-texte2">{words.columns}</legend>
            {choices.map(({ key, header }) => (
              <Choice key={key} type="checkbox" name="colonne" value={key} ticked={!arranged.hidden.includes(key)}>
                {header}
                <input type="hidden" name="toutes" value={key} />
              </Choice>
            ))}
          </fieldset>
          <fieldset className="flex flex-col">
            <legend className="pb-1 text-legende font-semibold text-texte2">{words.rowHeight}</legend>
            {(["comfort", "compact"] as const).map((value) => (
              <Choice key={value} type="radio" name="densite" value={value} ticked={arranged.density === value}>
                {words[value]}
              </Choice>
            ))}
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" size="small">
              {words.apply}
            </Button>
            <Button type="submit" variant="quiet" size="small" name="intention" value="habitude">
              {words.asUsual}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}

function Choice({
  type,
  name,
  value,
  ticked,
  children,
}: {
  readonly type: "checkbox" | "radio";
  readonly name: string;
  readonly value: string;
  readonly ticked: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-1 hover:bg-surface2 pointer-fine:min-h-8">
      <input type={type} name={name} value={value} defaultChecked={ticked} className="size-5 shrink-0" />
      <span>{children}</span>
    </label>
  );
}
