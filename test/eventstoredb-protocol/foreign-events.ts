import type { ProtocolLog } from './protocol-log.js';
import type { Proposed } from './stored.js';

const counted = (more: Partial<Proposed> = {}): Proposed => ({
  id: crypto.randomUUID(),
  type: 'StockCounted',
  contentType: 'application/json',
  data: Buffer.from('{"pieces":1}'),
  metadata: new Uint8Array(),
  ...more,
});

/** What other programs on the same server write: under names of their own, and such that begin like ours. */
export function appendForeignEvents(log: ProtocolLog): void {
  log.append('inventory-42', [counted()], 'any');
  log.append('cardinal-1', [counted()], 'any');
  log.append('inventory-43', [counted({ isOfTransaction: true })], 'any');
}
