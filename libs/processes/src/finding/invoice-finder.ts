import type { Instant } from '#events/contracts/index';

/** Orders that owe an invoice or a credit note, as the read models know them. In pages, the longest due first. */
export abstract class InvoiceFinder {
  abstract dueUntil(at: Instant): AsyncIterable<readonly string[]>;
}
