import { describe, expect, test } from '@jest/globals';
import * as names from './stream-names.js';

describe('stream names', () => {
  test('are the ones that stand in the log', () => {
    expect(Object.fromEntries(Object.entries(names).map(([name, of]) => [name, of('id')]))).toEqual({
      cardStream: 'card-id',
      caseStream: 'case-id',
      webhookStream: 'webhook-id',
      numberStream: 'number-id',
      companyStream: 'company-id',
      campaignStream: 'campaign-id',
      orderStream: 'order-id',
      invoiceSeriesStream: 'invoiceseries-this',
      invoiceRunStream: 'invoicerun-id',
      accountStream: 'account-id',
      sessionStream: 'session-id',
      callerStream: 'caller-id',
      importStream: 'import-id',
      companyNumberKeyStream: 'companynumber-id',
      workplaceKeyStream: 'workplace-id',
      externalIdKeyStream: 'externalid-id',
      usernameKeyStream: 'username-id',
      installationStream: 'installation-this',
    });
  });
});
