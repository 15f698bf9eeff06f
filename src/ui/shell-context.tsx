import { createContext, useContext } from "react";
import type { ActivityId } from "#kernel/id.ts";
import type { IconName } from "./icon-name.ts";
import type { Section } from "./navigation.ts";

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
};

export type ShellData = {
  readonly slug: string;
  readonly cooperativeName: string;
  readonly personName: string;
  readonly entries: readonly MenuItem[];
  readonly creations: readonly MenuItem[];
  readonly activities: readonly { readonly id: ActivityId; readonly name: string }[];
  readonly activityId: ActivityId | null;
};

const ShellContext = createContext<ShellData | null>(null);
export const ShellProvider = ShellContext.Provider;

/** What the frame knows: for pages within it. Throws outside of the frame (a defect). */
export function useShell(): ShellData {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error("not within the frame of a cooperative");
  return shell;
}
