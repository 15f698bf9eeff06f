/** Front door of the pure things of the treasury. */
export { type Available, type AvailableSetting, availableToPay, type NotInLedger } from "./available/available.ts";
export { parsePrefixes, prefixesText } from "./reading/account-prefixes.ts";
export { type Balances, readTreasury, type TreasuryLine, type TreasuryReading } from "./reading/read-treasury.ts";
export {
  checkTreasurySetting,
  type TreasuryOptions,
  type TreasurySetting,
  treasurySetting,
} from "./reading/treasury-setting.ts";
export { en } from "./treasury.en.ts";
export { fr } from "./treasury.fr.ts";
