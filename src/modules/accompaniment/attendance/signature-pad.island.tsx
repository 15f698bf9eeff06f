import { type PointerEvent, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { useHydrated } from "#ui/hydrated.island.ts";
import { FRAME } from "./signature.ts";

/** A point is kept once the finger has moved so far: a signature is some hundreds of points. */
const STEP = 3;
const MOST = 11_900;

/**
 * The frame in which one signs with a finger, a pen or a mouse; what is drawn is posted as the words of an SVG path.
 * Without script it does not show: writing one's name is enough, and so it is with the keyboard.
 */
export function SignaturePad({
  name,
  label,
  erase,
}: {
  readonly name: string;
  readonly label: string;
  readonly erase: string;
}) {
  const hydrated = useHydrated();
  const [strokes, setStrokes] = useState("");
  const last = useRef<readonly [number, number] | null>(null);
  if (!hydrated) return null;

  const pointOf = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) / box.width) * FRAME.width, FRAME.width),
      within(((event.clientY - box.top) / box.height) * FRAME.height, FRAME.height),
    ];
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = pointOf(event);
    const [x, y] = last.current;
    // A line has two points: the first one is its own second until the finger moves.
    setStrokes((before) => (before.length < MOST ? `${before}M${x} ${y}L${x} ${y}` : before));
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (last.current === null) return;
    const [x, y] = pointOf(event);
    if (Math.hypot(x - last.current[0], y - last.current[1]) < STEP) return;
    last.current = [x, y];
    setStrokes((before) => (before.length < MOST ? `${before}L${x} ${y}` : before));
  };
  const end = () => {
    last.current = null;
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{label}</p>
      <input type="hidden" name={name} value={strokes} />
      <svg
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
        className="w-full max-w-lg touch-none rounded-lg border border-bordure-forte bg-surface2 text-texte"
      >
        <path
          d={strokes}
          fill="none"
          stroke="currentColor"
          strokeWidth={3}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {strokes === "" ? null : (
        <Button variant="quiet" size="small" className="self-start" onClick={() => setStrokes("")}>
          {erase}
        </Button>
      )}
    </div>
  );
}
