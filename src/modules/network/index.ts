/** Front door of networks: pure words. */
export { COOPERATION_PAGES, POOLING_PAGES } from "./cooperation.ts";
export { en as networkEn } from "./network.en.ts";
export { fr as networkFr, type NetworkRefusalCode } from "./network.fr.ts";
export {
  STRUCTURE_KINDS,
  type Structure,
  type StructureId,
  type StructureKind,
  TRADE_FAMILIES,
  type TradeFamily,
} from "./structure/structure.ts";
export {
  DEPARTMENTS_IN_ORDER,
  departmentName,
  isDepartment,
  REGION_CODES,
  type RegionCode,
  regionName,
  regionOf,
} from "./territory/department.ts";
