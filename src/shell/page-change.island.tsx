import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigation } from "react-router";

/**
 * What a browser does by itself between two documents, done for client navigation: the focus goes to the new content
 * and its title is read. A thin bar at the top shows that a page is coming, after a moment.
 */
export function PageChange() {
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const previous = useRef(pathname);
  const [title, setTitle] = useState("");
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    // A field that asks for the focus keeps it.
    if (!document.activeElement || !document.getElementById("contenu")?.contains(document.activeElement)) {
      document.getElementById("contenu")?.focus({ preventScroll: true });
    }
    setTitle(document.title);
  }, [pathname]);
  return (
    <>
      <p role="status" className="sr-only">
        {title}
      </p>
      {navigation.state === "loading" ? (
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="avance">
          <rect width="100" height="1" className="fill-marque" />
        </svg>
      ) : null}
    </>
  );
}
