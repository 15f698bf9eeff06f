import { TextLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./room.en.ts";
import { fr } from "./room.fr.ts";

/** What a room was opened for, which another module shows. */
export function OpenedFor({
  origin,
}: {
  readonly origin: { readonly kind: string; readonly to: string | null } | null;
}) {
  const { openedFor } = useLanguage().choose({ fr, en });
  if (origin === null || origin.to === null) return null;
  const named = Object.hasOwn(openedFor, origin.kind)
    ? openedFor[origin.kind as keyof typeof openedFor]
    : openedFor.other;
  return (
    <p>
      <TextLink to={origin.to}>{named}</TextLink>
    </p>
  );
}
