import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});

// Where the browser can keep the application's own files: not in every one, nor without a secure connection.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  const register = () => navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  // This script may come after the page is complete.
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
}
