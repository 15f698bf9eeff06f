import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import type { PayAnswer } from "./pay-answer.view.tsx";
import type { PayQuestion } from "./pay-form.ts";

/** While the slider moves: one question at a time on the wire, the latest when its turn comes. */
const PAUSE_MS = 80;

/** A question and the address that answers it. */
type Asked = { readonly question: PayQuestion; readonly address: string };

/**
 * Asks the server for each question, no sooner than the pause and one at a time. Gives the last answer with the question
 * it answers; `away` when the server was out of reach. No question (a fault being typed) leaves the last answer.
 */
export function usePayAnswer(first: PayAnswer | null, now: Asked | null) {
  const { state, data, load } = useFetcher<PayAnswer | null>();
  const [asked, setAsked] = useState(now?.address);
  const [shown, setShown] = useState({ answer: first, question: now?.question ?? null });
  const [away, setAway] = useState(false);
  /** The question on the wire, and when it left. */
  const sent = useRef({ question: now?.question ?? null, at: 0 });
  useEffect(() => {
    if (state !== "idle" || data === undefined) return;
    setAway(data === null);
    if (data !== null) setShown({ answer: data, question: sent.current.question });
  }, [state, data]);
  const late = now !== null && now.address !== asked;
  useEffect(() => {
    if (!late || state !== "idle") return;
    const wait = Math.max(0, sent.current.at + PAUSE_MS - performance.now());
    const timer = setTimeout(() => {
      sent.current = { question: now.question, at: performance.now() };
      setAsked(now.address);
      load(now.address);
    }, wait);
    return () => clearTimeout(timer);
  }, [late, now, state, load]);
  return { ...shown, away, busy: late || state !== "idle" };
}
