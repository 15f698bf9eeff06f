import { useLanguage } from "./language.tsx";

/** The place of what is coming; appears after 300 ms only, so that quick answers do not blink. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { words } = useLanguage();
  return (
    <div role="status" className="squelette flex flex-col gap-3">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          key={index}
          aria-hidden="true"
          className={`h-5 rounded-md bg-surface2 ${index === lines - 1 ? "w-2/3" : "w-full"}`}
        />
      ))}
    </div>
  );
}
