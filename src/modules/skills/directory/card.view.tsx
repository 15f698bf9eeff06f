import { useLanguage } from "#ui/language.tsx";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { type Card, placeOf } from "./entry.ts";

export function SkillList({ skills }: Pick<Card, "skills">) {
  if (skills.length === 0) return null;
  return (
    <ul className="sm:min-w-40">
      {skills.map(({ id, name, level }) => (
        <li key={id}>
          {name} <span className="text-aide text-texte2">({level})</span>
        </li>
      ))}
    </ul>
  );
}

/** How to reach somebody, as far as they show it. */
export function ContactLinks({ card }: { readonly card: Card }) {
  const words = useLanguage().choose({ fr, en });
  if (card.email === "" && card.phone === "") return <span className="text-texte2">{words.noContact}</span>;
  return (
    <div className="flex flex-col gap-1">
      {card.email === "" ? null : (
        <a
          className="text-marque underline [overflow-wrap:anywhere] sm:whitespace-nowrap"
          href={`mailto:${card.email}`}
        >
          {card.email}
        </a>
      )}
      {card.phone === "" ? null : (
        <a className="text-marque underline sm:whitespace-nowrap" href={`tel:${card.phone.replace(/[^+\d]/g, "")}`}>
          {card.phone}
        </a>
      )}
    </div>
  );
}

/** Somebody as the others see them. */
export function DirectoryCard({ card }: { readonly card: Card }) {
  const place = placeOf(card);
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-bordure bg-surface2 p-4">
      <p className="font-semibold">{[card.name, card.trade].filter(Boolean).join(", ")}</p>
      {place === "" ? null : <p className="text-texte2">{place}</p>}
      {card.presentation === "" ? null : <p className="whitespace-pre-line">{card.presentation}</p>}
      <SkillList skills={card.skills} />
      <ContactLinks card={card} />
    </div>
  );
}
