import { createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^t=(?<seconds>\d{1,12}),v1=(?<hex>[0-9a-f]{64})$/;
/** How far the clocks of the two sides may be apart, and how long a message may be under way. */
const TOLERATED_SECONDS = 300;

const hmacOf = (body: string | Uint8Array, secret: string, seconds: number | string): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();

/** `t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>` under the shared secret. docs/webhooks.md tells how it is checked. */
export const signatureOf = (body: string, secret: string, seconds: number): string =>
  `t=${seconds},v1=${hmacOf(body, secret, seconds).toString('hex')}`;

interface Signed {
  readonly signature: string;
  /** As it came, byte for byte. */
  readonly body: Uint8Array;
}

/** Whether who sent it knows the secret, and sent it now. Compared in constant time. */
export function isSignedBy(secret: string, { signature, body }: Signed, nowSeconds: number): boolean {
  const { seconds, hex } = FORM.exec(signature)?.groups ?? {};
  if (seconds === undefined || hex === undefined) return false;
  const isGenuine = timingSafeEqual(hmacOf(body, secret, seconds), Buffer.from(hex, 'hex'));
  return isGenuine && Math.abs(nowSeconds - Number(seconds)) <= TOLERATED_SECONDS;
}
