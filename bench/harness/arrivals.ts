/** How many a second came between the first and the last of these times, in milliseconds. */
export function perSecondOf(times: readonly number[]): number {
  const [first = NaN] = times;
  const last = times.at(-1) ?? NaN;
  return ((times.length - 1) * 1000) / (last - first);
}
