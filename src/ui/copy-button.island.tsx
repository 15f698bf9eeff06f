import { ClipboardCopy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { useHydrated } from "./hydrated.island.ts";

/** Copies a text that people carry elsewhere, and says so. Where the browser cannot, one selects it oneself: nothing is shown. */
export function CopyButton({
  text,
  done,
  children,
}: {
  readonly text: string;
  /** What is said once it is copied. */
  readonly done: string;
  readonly children: ReactNode;
}) {
  const [copied, setCopied] = useState(false);
  if (!useHydrated() || !navigator.clipboard) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        icon={ClipboardCopy}
        variant="secondary"
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true), Boolean)}
      >
        {children}
      </Button>
      <span role="status">{copied ? done : ""}</span>
    </div>
  );
}
