import { expect, it } from "vitest";
import { typeset } from "./language.ts";

it("une ligne ne commence jamais par un signe de ponctuation, ni ne finit par un guillemet ouvrant", () => {
  expect(typeset("Il reste 20 % : « Facturer » ? Oui ; 12 € !")).toBe(
    "Il reste 20\u00a0%\u00a0: «\u00a0Facturer\u00a0»\u00a0? Oui\u00a0; 12\u00a0€\u00a0!",
  );
  expect(typeset("à 10:30, https://x.example")).toBe("à 10:30, https://x.example");
});
