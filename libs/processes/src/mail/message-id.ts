import type { Attempt } from './mailer.js';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const OURS = new RegExp(`<(?<attemptId>${UUID})\\.(?<orderId>${UUID})@`, 'i');

/** `<attempt.order@domain>`: nothing personal, and enough to find the order that a bounce speaks of. */
export const messageIdOf = ({ attemptId, orderId }: Attempt, from: string): string =>
  `<${attemptId}.${orderId}@${from.slice(from.lastIndexOf('@') + 1)}>`;

/** The first Message-ID of ours that a text quotes. */
export function attemptIn(text: string): Attempt | undefined {
  const { attemptId, orderId } = OURS.exec(text)?.groups ?? {};
  return attemptId && orderId ? { attemptId: attemptId.toLowerCase(), orderId: orderId.toLowerCase() } : undefined;
}
