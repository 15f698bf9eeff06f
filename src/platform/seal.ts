import { createHmac } from "node:crypto";

/** Makes fingerprints with the instance's secret: one purpose never passes for another. */
export function sealer(secret: string): (purpose: string, text: string) => string {
  return (purpose, text) => createHmac("sha256", secret).update(`seal ${purpose}\n${text}`).digest("base64url");
}
