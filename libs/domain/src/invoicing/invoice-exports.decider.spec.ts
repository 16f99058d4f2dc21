import { describe, test } from '@jest/globals';
import { given } from '../testing/given.js';
import { invoiceExportsDecider, InvoiceFileDiffers, type ExportInvoices } from './invoice-exports.decider.js';

const NOW = '2026-11-25T11:00:00.000Z';
const csv = (sha256: string): ExportInvoices => ({
  type: 'ExportInvoices',
  data: { file: 'csv', sha256, exportedBy: 'ada', now: NOW },
});
const exported = { file: 'csv', sha256: 'x', exportedBy: 'ada', exportedAt: NOW } as const;
const first = { type: 'InvoicesExported', data: exported } as const;
const second = { type: 'InvoicesReExported', data: { ...exported, copy: 1 } } as const;

describe('the files of a run', () => {
  test('are exported once; what follows is a copy that says so', () => {
    given(invoiceExportsDecider).when(csv('x')).thenEmits(first);
    given(invoiceExportsDecider, first).when(csv('x')).thenEmits(second);
    given(invoiceExportsDecider, first, second)
      .when(csv('x'))
      .thenEmitsLike({ type: 'InvoicesReExported', data: { copy: 2 } });
  });

  test('never become others', () => {
    given(invoiceExportsDecider, first).when(csv('y')).thenRejects(InvoiceFileDiffers, { file: 'csv' });
  });
});
