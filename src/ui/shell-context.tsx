import { createContext, useContext } from "react";
import type { House } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import type { IconName } from "./icon-name.ts";
import type { Section, ThingTab } from "./navigation.ts";

/** An entry of the menu or of « Créer » as this person sees it: already allowed, already in their language. */
export type MenuItem = {
  readonly key: string;
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
  readonly section?: Section;
  readonly mobile?: boolean;
  /** The word under its icon on a phone, when the whole one is too long. */
  readonly short?: string;
  readonly letter?: string;
  /** Other addresses where it is the current one: pages that its tabs hold, or that lie below another entry's. */
  readonly holds?: readonly string[];
};

/** How a person wants a list: the columns left out, how high its lines are (null: as usual for their work). */
export type Arrangement = { readonly hidden: readonly string[]; readonly density: "comfort" | "compact" | null };

/** What a person chose for their lists, each named by its address within the cooperative ("compta/journaux"). */
export type ListChoices = {
  readonly views: readonly {
    readonly id: string;
    readonly list: string;
    readonly name: string;
    /** What follows the question mark, as `viewSearch` writes it. */
    readonly search: string;
  }[];
  readonly arranged: Readonly<Record<string, Arrangement>>;
};

export type ShellData = {
  /** Comfortable by default: those who are here for their own activity, not to go through lists all day. */
  readonly comfort: boolean;
  readonly lists: ListChoices;
  /** Which kind of house: its sections have other names. */
  readonly house: House;
  readonly slug: string;
  readonly cooperativeName: string;
  readonly personName: string;
  readonly entries: readonly MenuItem[];
  /** Pages that are not in the menu, because an entry's tabs hold them. */
  readonly tabPages: readonly MenuItem[];
  readonly creations: readonly MenuItem[];
  /** The pages of a person (of a thing) that this reader may open. */
  readonly thingTabs: readonly (Pick<ThingTab, "thing" | "path"> & { readonly label: string })[];
  readonly activities: readonly { readonly id: ActivityId; readonly name: string }[];
  readonly activityId: ActivityId | null;
};

const ShellContext = createContext<ShellData | null>(null);
export const ShellProvider = ShellContext.Provider;

/** Whose page it is; null outside of the frame. */
export function usePersonName(): string | null {
  return useContext(ShellContext)?.personName ?? null;
}

/** The frame, for components that are also used outside of one. */
export function useFrame(): ShellData | null {
  return useContext(ShellContext);
}

/** What the frame knows: for pages within it. Throws outside of the frame (a defect). */
export function useShell(): ShellData {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error("not within the frame of a cooperative");
  return shell;
}
