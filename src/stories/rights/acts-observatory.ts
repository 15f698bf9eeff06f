/** Acts on what a cooperative sends to its networks. */
import { type ActLine, CHIEFS, of } from "./act-line.ts";

const chiefly = of(CHIEFS, "none");
/** No network is connected: their own tests begin with one. */
const chieflyLater = of(CHIEFS, "none", "refused");

export const OBSERVATORY_ACTS: Readonly<Record<string, ActLine>> = {
  "observatory.connection.prepare": chiefly(() => ({ code: "ABCD-EFGH-JKLM-NPQR" })),
  "observatory.connection.open": chieflyLater(({ meetingId: keyId }) => ({
    ...{ address: "https://reseau.example/faisceau", keyId, text: "{}", signature: "x" },
  })),
  "observatory.connection.close": chieflyLater(({ meetingId: connectionId }) => ({ connectionId })),
  "observatory.indicator.withhold": chiefly(() => ({ period: "2025", indicator: "women", withheld: "oui" })),
  "observatory.sending.sign": chieflyLater(() => ({ period: "2025" })),
};
