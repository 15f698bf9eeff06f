/** Front door of membership for pure things. */
export type { Contract, ContractKind, ContractStatus } from "./contract/contract.ts";
export { statusOf } from "./contract/contract.ts";
export {
  parseBic,
  parseFrenchVatNumber,
  parseIban,
  parseSiren,
  parseSiret,
  vatNumberOf,
} from "./organization/legal-number.ts";
