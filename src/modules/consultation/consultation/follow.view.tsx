import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import type { Follow } from "./follow.store.ts";

const KINDS = ["events", "rooms", "roadmaps"] as const;

/** What came of it; the team opens a room for it from here. */
export function FollowCard({
  slug,
  follow,
  room,
}: {
  readonly slug: string;
  readonly follow: Follow;
  /** Where a room is opened for it; null for whoever opens none. */
  readonly room: string | null;
}) {
  const words = useLanguage().choose({ fr, en });
  const kinds = KINDS.filter((kind) => follow[kind].length > 0);
  if (kinds.length === 0 && room === null) return null;
  return (
    <Card title={words.follow}>
      {kinds.length === 0 ? <p className="text-texte2">{words.followNone}</p> : null}
      <dl className="flex flex-col gap-3">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt className="font-semibold">{words.followKinds[kind]}</dt>
            {follow[kind].map(({ path, title }) => (
              <dd key={path}>
                <TextLink to={`/${slug}/${path}`}>{title}</TextLink>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {room === null ? null : (
        <p className="mt-4">
          <ButtonLink to={room}>{words.followRoom}</ButtonLink>
        </p>
      )}
    </Card>
  );
}
