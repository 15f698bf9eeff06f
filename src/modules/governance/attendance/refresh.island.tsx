import { useEffect } from "react";
import { useRevalidator } from "react-router";

const EVERY_MS = 4_000;

/** Reads the page again every few seconds while it is looked at; nothing is lost of what is being typed. */
export function Refresh() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") void revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
  return null;
}
