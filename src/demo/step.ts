/** A step of somebody whose parcours is told without their sales. */
import type { Entrepreneur } from "./people.ts";

export type Step =
  | {
      readonly kind: "arrive";
      readonly firstName: string;
      readonly lastName: string;
      readonly site: Entrepreneur["site"];
    }
  | { readonly kind: "contract"; readonly contract: "cape" | "cesa"; readonly from: string; readonly to: string | null }
  | { readonly kind: "associate"; readonly on: string }
  | {
      readonly kind: "exit";
      readonly exit: string;
      readonly on: string;
      readonly more: Readonly<Record<string, string>>;
    }
  | { readonly kind: "news"; readonly months: 6 | 12 | 24; readonly became: string };
