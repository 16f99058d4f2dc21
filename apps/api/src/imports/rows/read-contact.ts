import type { CardContact } from '#events/contracts/index';
import type { RowTexts } from './row-texts.js';
import { withoutAbsent } from './without-absent.js';

/** A whole name in one cell is cut at its first blank; columns of their own for first and last name go before it. */
export function readContact(texts: RowTexts): CardContact | undefined {
  const [first, ...last] = texts.contactName?.split(' ') ?? [];
  const contact = withoutAbsent({
    firstName: texts.contactFirstName ?? first,
    lastName: texts.contactLastName ?? (last.join(' ') || undefined),
    role: texts.contactRole,
  });
  return Object.keys(contact).length > 0 ? contact : undefined;
}
