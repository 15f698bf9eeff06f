import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { useHydrated } from "./hydrated.island.ts";

/** Prints the page. Without script the browser's own menu does it, so nothing is shown. */
export function PrintButton({ children }: { readonly children: ReactNode }) {
  if (!useHydrated()) return null;
  return (
    <Button icon={Printer} variant="secondary" className="print:hidden" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
