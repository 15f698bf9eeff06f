import { useEffect, useRef, useState } from "react";
import { applyChange, type Board, type BoardChange } from "./board.ts";

/** Waited for before asking again when the server refused the stream. */
const AGAIN_MS = 5000;

/**
 * The board as it becomes, heard from the server; the one that the page was read with as long as nothing newer was.
 * `connected` is null until the first word.
 */
export function useLiveBoard(
  loaded: Board,
  stream: string,
): { readonly board: Board; readonly connected: boolean | null } {
  const [heard, setHeard] = useState<Board | null>(null);
  const [connected, setConnected] = useState<boolean | null>(null);
  const { closed } = loaded;
  // A page that is read again opens no other stream.
  const known = useRef(loaded);
  useEffect(() => {
    known.current = loaded;
  }, [loaded]);
  useEffect(() => {
    if (closed) return;
    let board = known.current;
    let source: EventSource | null = null;
    let timer: number | undefined;
    const hear = (next: Board) => {
      board = next;
      setHeard(next);
      if (next.closed) source?.close();
    };
    const open = () => {
      const own = new EventSource(`${stream}?depuis=${board.revision}`);
      source = own;
      own.addEventListener("open", () => setConnected(true));
      own.addEventListener("error", () => {
        setConnected(false);
        // A refusal is not tried again by the browser itself.
        if (own.readyState === EventSource.CLOSED) timer = window.setTimeout(open, AGAIN_MS);
      });
      own.addEventListener("whole", (event) => hear(JSON.parse(event.data) as Board));
      own.addEventListener("change", (event) => hear(applyChange(board, JSON.parse(event.data) as BoardChange)));
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, [stream, closed]);
  const newer = heard !== null && heard.id === loaded.id && heard.revision >= loaded.revision;
  return { board: newer ? heard : loaded, connected: closed ? null : connected };
}
