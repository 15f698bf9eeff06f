import { CircleAlert, SearchX, WifiOff } from "lucide-react";
import { isRouteErrorResponse, Outlet } from "react-router";
import type { Language } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { useShell } from "#ui/shell-context.tsx";
import type { Route } from "./+types/boundary.page";
import { ComeBack } from "./come-back.island.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

/** Nothing of its own: it only keeps the frame around a page that cannot be shown. */
export default function Boundary() {
  return <Outlet />;
}

/** What a page says instead of itself: the refusal's sentence, « n'existe pas », or that the fault is ours. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { choose, language } = useLanguage();
  const { failure } = choose({ fr, en });
  const { slug } = useShell();
  const answer = isRouteErrorResponse(error) ? error : null;
  const sentence = (answer?.data as { sentence?: string } | null)?.sentence ?? tooLarge(answer, language);
  const expected = answer !== null && answer.status < 500;
  if (neverArrived(error)) {
    return (
      <div className="mx-auto max-w-xl py-6" data-failed="">
        <title>{`${failure.awayTitle} · Essaim`}</title>
        <ComeBack />
        <EmptyState heading icon={WifiOff} title={failure.away}>
          {failure.awayHelp}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-xl py-6" data-failed="">
      <title>{`${expected ? failure.missingTitle : failure.failedTitle} · Essaim`}</title>
      <EmptyState
        heading
        icon={expected ? SearchX : CircleAlert}
        title={sentence ?? (answer?.status === 404 ? failure.missing : failure.failed)}
        action={
          <ButtonLink variant="primary" to={`/${slug}`}>
            {failure.home}
          </ButtonLink>
        }
      >
        {sentence === undefined && !expected ? failure.failedHelp : null}
      </EmptyState>
    </div>
  );
}

/** The browser could not fetch the page at all: its own error, worded by each in its own way. */
function neverArrived(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

/** The server refuses a file that is too large before any page reads it, in both languages at once. */
function tooLarge(answer: { status: number; data: unknown } | null, language: Language): string | undefined {
  if (answer?.status !== 413 || typeof answer.data !== "string") return undefined;
  return answer.data.split(" / ")[language === "fr" ? 0 : 1];
}
