import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";

/** The rooms of its workshops; the team opens one from here. */
export function EventRooms({
  slug,
  rooms,
  opening,
}: {
  readonly slug: string;
  readonly rooms: readonly { readonly id: string; readonly title: string }[];
  /** Where a room is opened for it; null for whoever opens none. */
  readonly opening: string | null;
}) {
  const words = useLanguage().choose({ fr, en });
  if (rooms.length === 0 && opening === null) return null;
  return (
    <Card title={words.rooms}>
      {rooms.length === 0 ? <p className="text-texte2">{words.roomsNone}</p> : null}
      <ul>
        {rooms.map(({ id, title }) => (
          <li key={id}>
            <TextLink to={`/${slug}/salles/${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
      {opening === null ? null : (
        <p className="mt-4">
          <ButtonLink to={opening}>{words.roomOpen}</ButtonLink>
        </p>
      )}
    </Card>
  );
}
