import type { Ore, OrderRow } from '#events/contracts/index';

/** Prices ex VAT of the packages, ascending. The price itself is free. */
export const PACKAGE_THRESHOLDS_ORE: readonly Ore[] = [120_000, 240_000];

/** The highest threshold not above the list price; 0 below the lowest. */
export const packageOf = (listPriceOre: Ore): Ore =>
  PACKAGE_THRESHOLDS_ORE.findLast((threshold) => threshold <= listPriceOre) ?? 0;

/** R11: from here the mail explains how to send the logo. */
const LOGO_FROM_ORE: Ore = 240_000;

/** R11 */
export const asksForLogo = ({ packageOre }: Pick<OrderRow, 'packageOre'>): boolean => packageOre >= LOGO_FROM_ORE;

/** A price that is no package's is flagged, since it may be mistyped. */
export const isOddPrice = (listPriceOre: Ore): boolean => !PACKAGE_THRESHOLDS_ORE.includes(listPriceOre);
