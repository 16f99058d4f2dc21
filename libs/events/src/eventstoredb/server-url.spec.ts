import { describe, expect, test } from '@jest/globals';
import { connectionString, ServerUrlRefused } from './server-url.js';

const SCHEMES = ['esdb', 'esdb+discover'];

describe('the address of an event store', () => {
  test.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb+discover://me:se%40cret@cluster.example:2113?tls-ca-file=ca.pem',
  ])('%s stays as it is', (url) => {
    expect(connectionString(url, SCHEMES)).toBe(url);
  });

  test('takes credentials from elsewhere, whatever characters they hold', () => {
    const credentials = { username: 'å:b', password: 'p@ss/w?rd' };
    expect(connectionString('esdb://old:one@a:1,b:2?tls=true', SCHEMES, credentials)).toBe(
      'esdb://%C3%A5%3Ab:p%40ss%2Fw%3Frd@a:1,b:2?tls=true',
    );
  });

  test.each([
    ['nonsense', 'no address'],
    ['kurrentdb://me:secret@a:1', 'must begin with esdb:// or esdb+discover://'],
    ['esdb://me:secret@a:1?tlsVerifyCert=false', 'the setting tlsverifycert is unknown'],
    ['esdb://me:secret@a:1?tls=false&frobnicate=1', 'the setting frobnicate is unknown'],
  ])('%s is refused in words that hold no password', (url, words) => {
    const refused = (): string => connectionString(url, SCHEMES);
    expect(refused).toThrow(ServerUrlRefused);
    expect(refused).toThrow(words);
    expect(refused).not.toThrow(/secret/);
  });
});
