import { WifiOff } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useLanguage } from "./language.tsx";

const WORDS = {
  fr: {
    title: "Vous êtes hors connexion.",
    kept: "Vous pouvez lire cette page et continuer d’écrire. Rien ne partira avant le retour du réseau.",
  },
  en: {
    title: "You are offline.",
    kept: "You can read this page and go on writing. Nothing leaves until the network is back.",
  },
};

function listen(change: () => void): () => void {
  window.addEventListener("online", change);
  window.addEventListener("offline", change);
  return () => {
    window.removeEventListener("online", change);
    window.removeEventListener("offline", change);
  };
}

/** Whether the device says that it has no network. It may not know: a page that fails says so too. */
function useAway(): boolean {
  return useSyncExternalStore(
    listen,
    () => !navigator.onLine,
    () => false,
  );
}

/**
 * Without network the page stays as it is: nothing leaves it, neither a form nor the reader, so nothing typed is lost.
 * A click or a sending brings this sentence to the eyes instead.
 */
export function OfflineBanner() {
  const { choose } = useLanguage();
  const words = choose(WORDS);
  const away = useAway();
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!away) return;
    const stay = (event: Event) => {
      const { target } = event;
      const leaves = event.type === "submit" || (target instanceof Element && target.closest("a[href^='/']") !== null);
      if (!leaves) return;
      event.preventDefault();
      event.stopPropagation();
      banner.current?.focus();
    };
    // Before the router and the forms hear of it.
    window.addEventListener("submit", stay, true);
    window.addEventListener("click", stay, true);
    return () => {
      window.removeEventListener("submit", stay, true);
      window.removeEventListener("click", stay, true);
    };
  }, [away]);
  return (
    <div role="status" className="sticky top-15 z-10 print:hidden">
      {away ? (
        <div ref={banner} tabIndex={-1} className="border-b border-attention bg-attention-fond py-2 text-attention">
          <div className="cadre flex items-start gap-3">
            <WifiOff aria-hidden="true" size={20} className="mt-0.5 shrink-0" />
            <p>
              <strong className="font-semibold">{words.title}</strong> {words.kept}
            </p>
          </div>
        </div>
      ) : null}
    </div>
  );
}
