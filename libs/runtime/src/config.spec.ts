import { describe, expect, test } from '@jest/globals';
import { ConfigInvalid, readConfig, type Environment } from './config.js';

const problemsOf = (environment: Environment): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', dataDir: './data', clock: 'system' });
  });

  test('takes what the environment says', () => {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'warn', TRUST_PROXY: 'true', PEPPER: 'p'.repeat(32) });
    expect(config).toMatchObject({ port: 0, logLevel: 'warn', trustProxy: true, pepper: 'p'.repeat(32) });
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '' }).port).toBe(3000);
  });

  test.each(['-1', '65536', '80x', '1e3', ' 80', '0x50', '99999999999999999999'])('refuses the port %j', (port) => {
    expect(problemsOf({ PORT: port })).toEqual(['PORT: must be a whole number from 0 to 65535']);
  });

  test('takes the seller as it stands on invoices, and refuses what could not stand there', () => {
    const written = { SELLER_COMPANY_NUMBER: '556036-0793', SELLER_BANKGIRO: '5050-1055', SELLER_POSTCODE: '111 22' };
    expect(readConfig(written)).toMatchObject({ sellerCompanyNumber: '556036-0793', sellerBankgiro: '5050-1055' });
    expect(problemsOf({ SELLER_COMPANY_NUMBER: '55', SELLER_IBAN: 'SE 45', SELLER_EMAIL: 'x' })).toHaveLength(3);
  });

  test('names every wrong variable at once, and no value', () => {
    const problems = problemsOf({ PORT: 'x', METRICS_PUBLIC: 'yes', PEPPER: 'short-secret', CLOCK: 'sundial' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'PEPPER', 'METRICS_PUBLIC', 'CLOCK']);
    expect(problems.join()).not.toMatch(/short-secret|sundial/);
  });

  test('shows metrics without a token on a loopback address only', () => {
    expect(problemsOf({ METRICS_PUBLIC: 'true' })).toEqual([]);
    expect(problemsOf({ METRICS_PUBLIC: 'true', HOST: '0.0.0.0' })).toHaveLength(1);
  });

  test('refuses a controlled clock in production unless that is asked for', () => {
    expect(problemsOf({ CLOCK: 'controlled' })).toEqual([]);
    expect(problemsOf({ CLOCK: 'controlled', NODE_ENV: 'production' })).toHaveLength(1);
    expect(problemsOf({ CLOCK: 'controlled', NODE_ENV: 'production', ALLOW_CONTROLLED_CLOCK: 'true' })).toEqual([]);
  });

  test('takes both servers or neither, with a pepper that every process shares', () => {
    const log = { EVENTSTORE_URL: 'esdb://log:2113', OUTBOX_DIR: 'outbox' };
    const views = { MONGODB_URL: 'mongodb://views:27017/aterkom' };
    const namesIn = (environment: Environment): readonly string[] =>
      problemsOf(environment).map((problem) => problem.split(':')[0] ?? '');
    expect(namesIn({ ...log, ...views, PEPPER: 'p'.repeat(32) })).toEqual([]);
    expect(namesIn({ ...log, ...views, PEPPER_FILE: 'pepper' })).toEqual([]);
    expect(namesIn({ ...log, ...views })).toEqual(['PEPPER']);
    expect(namesIn({ ...log, PEPPER_FILE: 'pepper' })).toEqual(['MONGODB_URL']);
    expect(namesIn(views)).toEqual(['MONGODB_URL']);
    expect(namesIn({ EVENTSTORE_URL: 'http://log', MONGODB_URL: 'views' })).toEqual(['EVENTSTORE_URL', 'MONGODB_URL']);
    expect(namesIn({ ...log, ...views, PEPPER_FILE: 'pepper', EVENTSTORE_NAMESPACE: 'a-b' })).toEqual([
      'EVENTSTORE_NAMESPACE',
    ]);
    const alone = { EVENTSTORE_CREDENTIALS_FILE: 'a', EVENTSTORE_NAMESPACE: 'n', MONGODB_CREDENTIALS_FILE: 'b' };
    expect(namesIn(alone)).toEqual(Object.keys(alone));
  });

  test('R17: takes servers only where the mails of all projectors go to one place', () => {
    const servers = { EVENTSTORE_URL: 'esdb://log', MONGODB_URL: 'mongodb://views', PEPPER_FILE: 'pepper' };
    const mail = { SMTP_URL: 'smtp://mail', MAIL_FROM: 'order@reklamhuset.example', SELLER_NAME: 'Reklamhuset' };
    expect(problemsOf(servers)).toEqual([expect.stringMatching(/^SMTP_URL: .* OUTBOX_DIR/)]);
    expect(problemsOf({ ...servers, ...mail })).toEqual([]);
    expect(problemsOf({ ...servers, OUTBOX_DIR: '/shared/outbox' })).toEqual([]);
  });
});
