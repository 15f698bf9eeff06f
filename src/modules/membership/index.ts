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
export { en as organizationEnglish } from "./organization/organization.en.ts";
export { fr as organizationFrench } from "./organization/organization.fr.ts";
export { TIME_ZONES } from "./organization/organization.ts";
