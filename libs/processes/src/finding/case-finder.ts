import type { Instant } from '#events/contracts/index';

/** Cases as the read models know them. In pages. */
export abstract class CaseFinder {
  /** R7: urgent ones that nobody has touched although their time has come. */
  abstract untouchedBy(at: Instant): AsyncIterable<readonly string[]>;
}
