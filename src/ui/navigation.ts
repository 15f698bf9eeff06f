/** What modules bring to the menu. Gathered by src/navigation.ts; shown by the frame to those who may use it. */
import type { Actor, House, SupportRole } from "#kernel/actor.ts";
import type { Language } from "#kernel/language.ts";
import type { IconName } from "./icon-name.ts";

/** Who is looking, in what a menu needs to know. */
export type ActorSummary = {
  readonly house: House;
  /** Takes part in at least one activity today. */
  readonly hasActivity: boolean;
  /** Support roles, whatever they reach. */
  readonly roles: ReadonlySet<SupportRole>;
  /** Support roles held for the whole cooperative. */
  readonly generalRoles: ReadonlySet<SupportRole>;
};

export function summaryOf(actor: Actor): ActorSummary {
  return {
    house: actor.house,
    hasActivity: actor.own.size > 0,
    roles: new Set(actor.grants.map((grant) => grant.role)),
    generalRoles: new Set(actor.grants.filter((grant) => grant.reach === "all").map((grant) => grant.role)),
  };
}

/** True when the person holds one of these support roles, over whatever it reaches. */
export function holds(actor: ActorSummary, roles: readonly SupportRole[]): boolean {
  return roles.some((role) => actor.roles.has(role));
}

export type Section = "activity" | "accompaniment" | "cooperative" | "network" | "support" | "direction";

export type NavigationEntry = {
  readonly key: string;
  readonly href: (slug: string) => string;
  readonly icon: IconName;
  readonly words: Readonly<Record<Language, string>>;
  readonly section: Section;
  /** The houses whose menu has it; the cooperative's alone when it does not say. */
  readonly houses?: readonly House[];
  readonly visible: (actor: ActorSummary) => boolean;
  /** A shorter word for the bottom bar of a phone (at most ten letters): « Factures ». */
  readonly short?: Readonly<Record<Language, string>>;
  /** Place in the bottom bar of a phone (at most four are shown). */
  readonly mobile?: boolean;
  /** The letter after « a » that goes there. */
  readonly letter?: string;
  /** Addresses of its own that lie below another entry's: it is the current one there. */
  readonly holds?: (slug: string) => readonly string[];
  /** The entry whose tabs hold this page: out of the menu, still found by Ctrl K and by its letter. */
  readonly within?: string;
};

/** An entry of « Créer ». */
export type CreationEntry = {
  readonly key: string;
  readonly href: (slug: string) => string;
  readonly icon: IconName;
  readonly words: Readonly<Record<Language, string>>;
  readonly houses?: readonly House[];
  readonly visible: (actor: ActorSummary) => boolean;
  /** The letter after « n » that starts it: f facture, d devis, r reçu. */
  readonly letter?: string;
};

/** True when an entry stands in the menu of this person: the right house, and their own rights. */
export function stands(entry: NavigationEntry | CreationEntry | ThingTab, actor: ActorSummary): boolean {
  return (entry.houses ?? ["cae"]).includes(actor.house) && entry.visible(actor);
}

/** A page of one thing among its tabs: the file, the history, the documents of a person… */
export type ThingTab = {
  readonly thing: "person" | "activity";
  readonly houses?: readonly House[];
  readonly key: string;
  /** Below the thing's own address: "historique"; "" for its first page. */
  readonly path: string;
  readonly words: Readonly<Record<Language, string>>;
  readonly visible: (actor: ActorSummary) => boolean;
};
