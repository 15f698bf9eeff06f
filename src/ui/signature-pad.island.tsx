import { type PointerEvent, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { useHydrated } from "./hydrated.island.ts";

type Point = readonly [x: number, y: number];

const WIDTH = 600;
const HEIGHT = 200;
/** A hand trembles: points nearer than this say nothing more. */
const NEAR = 3;

/**
 * A frame to sign in with a finger, a pen or a mouse; posted as strokes of whole points (JSON) under `name`. Without
 * script it does not show: beside it stands a field that says the same with letters.
 */
export function SignaturePad({
  name,
  label,
  help,
  clear,
}: {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly clear: string;
}) {
  const hydrated = useHydrated();
  const frame = useRef<SVGSVGElement>(null);
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([]);
  if (!hydrated) return null;
  const place = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) / box.width) * WIDTH, WIDTH),
      within(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT),
    ];
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = place(event);
    setStrokes((before) => [...before, [point]]);
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [x, y] = place(event);
    setStrokes((before) => {
      const last = before.at(-1) ?? [];
      const [fromX, fromY] = last.at(-1) ?? [-NEAR, -NEAR];
      if (Math.abs(x - fromX) + Math.abs(y - fromY) < NEAR) return before;
      return [...before.slice(0, -1), [...last, [x, y] as const]];
    });
  };
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{label}</p>
      <p className="text-aide text-texte2">{help}</p>
      <svg
        ref={frame}
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        onPointerDown={begin}
        onPointerMove={draw}
        className="w-full max-w-xl touch-none rounded-lg border border-dashed border-bordure-forte bg-surface text-texte"
      >
        {strokes.map((stroke) => (
          <path
            key={`${stroke[0]?.join(",")} ${stroke.length}`}
            d={`M${stroke.map((point) => point.join(" ")).join("L")}${stroke.length === 1 ? "h1" : ""}`}
            fill="none"
            stroke="currentColor"
            strokeWidth={4}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        ))}
      </svg>
      <input type="hidden" name={name} value={strokes.length === 0 ? "" : JSON.stringify(strokes)} />
      {strokes.length === 0 ? null : (
        <Button variant="quiet" size="small" className="w-fit" onClick={() => setStrokes([])}>
          {clear}
        </Button>
      )}
    </div>
  );
}
