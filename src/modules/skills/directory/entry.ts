/** What an entrepreneur chooses to show to the other members, and what the others read of it. Pure. */
import type { Id, PersonId } from "#kernel/id.ts";
import { fold, matchesWords } from "#ui/fold.ts";

export type EntryId = Id<"directoryEntry">;

/** What of one's record may be shown; nothing unless it is ticked. */
export const SHOWN_PARTS = ["site", "town", "email", "phone"] as const;
export type ShownPart = (typeof SHOWN_PARTS)[number];

export type Choice = {
  readonly trade: string;
  readonly presentation: string;
  readonly shows: readonly ShownPart[];
  readonly skillIds: readonly string[];
};

export const NOTHING_SHOWN: Choice = { trade: "", presentation: "", shows: [], skillIds: [] };

/** What is known of somebody, of which a choice shows a part. */
export type Known = {
  readonly personId: PersonId;
  readonly name: string;
  readonly site: string;
  readonly town: string;
  readonly email: string;
  readonly phone: string;
  /** As they evaluated themselves: what the team says of them is never shown. */
  readonly skills: readonly { readonly id: string; readonly name: string; readonly level: string }[];
};

/** What the others see: nothing that was not chosen. */
export type Card = Omit<Known, "personId"> & Pick<Choice, "trade" | "presentation"> & { readonly personId: string };

export function cardOf(known: Known, choice: Choice): Card {
  const shown = (part: ShownPart) => (choice.shows.includes(part) ? known[part] : "");
  return {
    personId: known.personId,
    name: known.name,
    trade: choice.trade,
    presentation: choice.presentation,
    site: shown("site"),
    town: shown("town"),
    email: shown("email"),
    phone: shown("phone"),
    skills: known.skills.filter(({ id }) => choice.skillIds.includes(id)),
  };
}

/** The parameter of an address that names the persons one would answer with. */
export const CHOSEN = "avec";

/** Where somebody is: their place and their town, once when both have one name. */
export const placeOf = ({ site, town }: Pick<Card, "site" | "town">): string =>
  [...new Set([site, town])].filter((place) => place !== "").join(", ");

/** An entry that says neither a trade nor a skill helps nobody. */
export const saysNothing = ({ trade, skillIds }: Pick<Choice, "trade" | "skillIds">): boolean =>
  trade === "" && skillIds.length === 0;

export type Wanted = {
  readonly q: string;
  readonly trade: string;
  readonly skill: string;
  readonly site: string;
};

/** Whether a card answers a search: only what it shows is searched, so that nobody guesses what it does not. */
export function answers(card: Card, wanted: Wanted): boolean {
  const text = [
    card.name,
    card.trade,
    card.presentation,
    card.site,
    card.town,
    ...card.skills.map(({ name }) => name),
  ].join(" ");
  return (
    (wanted.q === "" || matchesWords(text, wanted.q)) &&
    (wanted.trade === "" || fold(card.trade) === wanted.trade) &&
    (wanted.skill === "" || card.skills.some(({ id }) => id === wanted.skill)) &&
    (wanted.site === "" || card.site === wanted.site)
  );
}

/** The choices of a filter: what cards show, each once, by name. */
export function choicesIn(values: readonly { readonly value: string; readonly label: string }[]) {
  const found = new Map(values.filter(({ label }) => label !== "").map(({ value, label }) => [value, label]));
  return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, "fr"));
}

/** A choice that an address carries, to be looked at before it is saved; null when it carries none. */
export function draftOf(search: URLSearchParams): Choice | null {
  if (!search.has("apercu")) return null;
  const shows = search.getAll("shows");
  return {
    trade: (search.get("trade") ?? "").trim().slice(0, 80),
    presentation: (search.get("presentation") ?? "").trim().slice(0, 500),
    shows: SHOWN_PARTS.filter((part) => shows.includes(part)),
    skillIds: search.getAll("skillIds"),
  };
}

/** A card on one line, to be copied: what it shows and nothing else. */
export const contactText = (card: Card): string =>
  [
    card.name,
    card.trade,
    card.skills.map(({ name, level }) => `${name} (${level})`).join(", "),
    card.site,
    card.email,
    card.phone,
  ]
    .filter((part) => part !== "")
    .join(" ; ");
