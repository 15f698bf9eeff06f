import type { ThingTab } from "./navigation.ts";
import { useShell } from "./shell-context.tsx";
import { type Tab, Tabs } from "./tabs.tsx";

/** The pages of one thing that this reader may open, whichever module brings them. Nothing when there is one page only. */
export function ThingTabs({
  thing,
  address,
  label,
}: {
  readonly thing: ThingTab["thing"];
  /** The thing's own address: "/etabli/personnes/…". */
  readonly address: string;
  readonly label: string;
}) {
  const tabs: Tab[] = useShell()
    .thingTabs.filter((tab) => tab.thing === thing)
    .map(({ path, label: word }) => ({
      to: path === "" ? address : `${address}/${path}`,
      label: word,
      end: path === "",
    }));
  return tabs.length < 2 ? null : <Tabs label={label} tabs={tabs} />;
}
