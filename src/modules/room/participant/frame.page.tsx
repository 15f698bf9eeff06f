import { data, isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FLASH_SHOWN, readFlash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { OfflineBanner } from "#ui/offline.island.tsx";
import { ToastRegion } from "#ui/toast.island.tsx";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";
import type { Route } from "./+types/frame.page";

export function loader({ request }: Route.LoaderArgs) {
  const message = readFlash(request.headers.get("cookie"));
  return data({ message }, message === null ? undefined : { headers: { "set-cookie": FLASH_SHOWN } });
}

/** The frame of the pages of a telephone in a room: one column, nothing else. */
export default function DoorFrame({ loaderData: { message } }: Route.ComponentProps) {
  const { language } = useLanguage();
  return (
    <>
      <OfflineBanner />
      <Column>
        <Outlet />
      </Column>
      <ToastRegion first={message === null ? null : { text: message[language] }} />
    </>
  );
}

function Column({ children }: { readonly children: React.ReactNode }) {
  return (
    <main id="contenu" tabIndex={-1} className="cadre py-6 outline-none">
      <meta name="robots" content="noindex, nofollow" />
      <div className="mx-auto max-w-2xl">{children}</div>
    </main>
  );
}

export function ErrorBoundary() {
  const words = useLanguage().choose({ fr, en }).enter;
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) throw error;
  const tooFast = error.status === 429;
  return (
    <Column>
      <title>{tooFast ? words.tooFast : words.gone}</title>
      <EmptyState
        heading
        title={tooFast ? words.tooFast : words.gone}
        action={tooFast ? null : <ButtonLink to="/r">{words.again}</ButtonLink>}
      >
        {tooFast ? null : words.goneHelp}
      </EmptyState>
    </Column>
  );
}
