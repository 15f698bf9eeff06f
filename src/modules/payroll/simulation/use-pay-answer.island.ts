import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import type { PayAnswer } from "./pay-answer.view.tsx";

/** While the slider moves: one question at a time on the wire, the latest when its turn comes. */
const PAUSE_MS = 80;

/** Asks the server for each question, no sooner than the pause and one at a time. Null answer: it was out of reach. */
export function usePayAnswer(first: PayAnswer | null, address: string | null) {
  const fetcher = useFetcher<PayAnswer | null>();
  const [answer, setAnswer] = useState(first);
  const [away, setAway] = useState(false);
  const asked = useRef(address);
  const at = useRef(0);
  const { state, data, load } = fetcher;
  useEffect(() => {
    if (state !== "idle" || data === undefined) return;
    setAway(data === null);
    if (data !== null) setAnswer(data);
  }, [state, data]);
  useEffect(() => {
    if (address === null || state !== "idle" || address === asked.current) return;
    const wait = Math.max(0, at.current + PAUSE_MS - performance.now());
    const timer = setTimeout(() => {
      asked.current = address;
      at.current = performance.now();
      load(address);
    }, wait);
    return () => clearTimeout(timer);
  }, [address, state, load]);
  return { answer, away, busy: address !== null && (state !== "idle" || address !== asked.current) };
}
