/** Two-digit area codes whose every seven-digit subscriber number the Swedish numbering plan takes for a fixed line. */
const AREA_CODES = ['11', '13', '16', '18', '19', '21', '26', '31', '33', '36', '40', '42', '44', '46', '54', '60'];
const SUBSCRIBERS = 10_000_000;
/** Shares no factor with SUBSCRIBERS, so that no two indexes meet. */
const STRIDE = 7_654_321;

/** A valid Swedish number for an index from 0 up to 160 million, another one for each. None of them is ever dialled. */
export function phoneOf(index: number): string {
  const area = AREA_CODES[index % AREA_CODES.length] ?? '';
  const round = Math.floor(index / AREA_CODES.length);
  const subscriber = (round * STRIDE) % SUBSCRIBERS;
  return `+46${area}${String(subscriber).padStart(7, '0')}`;
}
