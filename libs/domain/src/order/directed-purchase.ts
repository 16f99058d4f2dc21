import type { DirectedPurchase } from '#events/contracts/index';
import { readName } from './order-names.js';
import { optionalText } from './postal-address.js';
import { accepted, together, wrong, type Reading } from './reading.js';

/** R14: names who it is for. */
export function readDirectedPurchase(
  input: Partial<DirectedPurchase> | undefined,
): Reading<DirectedPurchase | undefined> {
  if (!input) return accepted(undefined);
  const { recipientKind, recipient, classOrDepartment } = input;
  return together<DirectedPurchase>({
    recipientKind: recipientKind
      ? accepted(recipientKind)
      : wrong('order.recipient-kind-missing', 'directedPurchase.recipientKind'),
    recipient: readName(recipient, 'directedPurchase.recipient', 'order.recipient-missing'),
    classOrDepartment: accepted(optionalText(classOrDepartment)),
  });
}
