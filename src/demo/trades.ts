import { BUILDING_TRADES } from "./building-trade.ts";
import { GOODS_TRADES } from "./goods-trade.ts";
import { SERVICE_TRADES } from "./tertiary-trade.ts";
import type { Trade, TradeKey } from "./trade.ts";

/** Every trade of the story. */
export const TRADES: Readonly<Record<TradeKey, Trade>> = { ...BUILDING_TRADES, ...SERVICE_TRADES, ...GOODS_TRADES };
