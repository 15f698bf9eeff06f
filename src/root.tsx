import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import type { Language } from "#kernel/language.ts";
import { languageContext, nonceContext } from "#platform/http/context.ts";
import { LanguageProvider } from "#ui/language.tsx";
import { type Preferences, readPreferences } from "#ui/preferences.ts";
import type { Route } from "./+types/root";
import "./ui/style.css";

type RootData = { language: Language; nonce: string; preferences: Preferences };

export function loader({ context, request }: Route.LoaderArgs): RootData {
  return {
    language: context.get(languageContext),
    nonce: context.get(nonceContext),
    preferences: readPreferences(request.headers.get("cookie")),
  };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const language = root?.language ?? "fr";
  // The browser hides the nonce from scripts after parsing: an empty one on the client avoids a hydration warning.
  const nonce = typeof document === "undefined" ? root?.nonce : "";
  return (
    <html lang={language} data-theme={root?.preferences.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icone-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1c2229" />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        <LanguageProvider value={language}>{children}</LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

const WORDS = {
  fr: {
    missing: "Cette page n'existe pas, ou vous n'y avez pas accès.",
    failed:
      "Une erreur de notre côté a empêché d'afficher cette page. Vos données sont à l'abri. Réessayez dans un instant.",
    home: "Revenir à l'accueil",
  },
  en: {
    missing: "This page does not exist, or you may not see it.",
    failed: "An error on our side kept this page from showing. Your data is safe. Try again in a moment.",
    home: "Back to the home page",
  },
} as const;

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRouteLoaderData<typeof loader>("root");
  const words = WORDS[root?.language ?? "fr"];
  const answer = isRouteErrorResponse(error) ? error : null;
  const sentence = (answer?.data as { sentence?: string } | null)?.sentence;
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="text-2xl font-bold">{sentence ?? (answer?.status === 404 ? words.missing : words.failed)}</h1>
      <p className="mt-4">
        <a className="underline" href="/">
          {words.home}
        </a>
      </p>
    </main>
  );
}
