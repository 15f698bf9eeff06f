import { useEffect } from "react";
import { useRevalidator } from "react-router";

/** Tries again by itself while a page could not be fetched. */
export function ComeBack() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const again = () => {
      if (state === "idle" && navigator.onLine) void revalidate();
    };
    const timer = window.setInterval(again, 5000);
    window.addEventListener("online", again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [revalidate, state]);
  return null;
}
