/** The one place that knows HTTP numbers. A refusal by a rule is 409 unless it stands here; `<subject>.unknown` is 404. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'request.malformed': 400,
  'request.json-malformed': 400,
  'request.json-too-deep': 400,
  'request.text-malformed': 400,
  'request.id-malformed': 400,
  'request.header-malformed': 400,
  'request.cursor-malformed': 400,
  'request.url-malformed': 400,
  'session.required': 401,
  'session.ended': 401,
  'session.sign-in-refused': 401,
  'account.role-may-not': 403,
  'account.password-change-required': 403,
  'bounce.signature-refused': 403,
  'order.of-another-caller': 403,
  'bounce.switched-off': 404,
  'request.timeout': 408,
  'request.too-large': 413,
  'file.too-large': 413,
  'bounce.too-large': 413,
  'request.url-too-long': 414,
  'request.content-type-unsupported': 415,
  'request.encoding-unsupported': 415,
  'request.body-malformed': 422,
  'search.needs-one-term': 422,
  'orders.need-one-filter': 422,
  'cases.need-one-filter': 422,
  'case.comment-missing': 422,
  'case.phone-missing': 422,
  'card.locked': 423,
  'phone.unreadable': 422,
  'company-number.unreadable': 422,
  'session.too-many-attempts': 429,
  'request.headers-too-large': 431,
  'server.failed': 500,
  'store.unavailable': 503,
  'read-model.unavailable': 503,
  'read-model.building': 503,
  'server.stopping': 503,
};

/** What cannot be read of a file, or not in the way that was asked for. */
const OF_A_FILE = /^(?:file|mapping|upload)\./;

export const statusOf = (code: string): number => STATUS_OF_CODE[code] ?? statusOfKind(code);

function statusOfKind(code: string): number {
  if (code.endsWith('.unknown')) return 404;
  return OF_A_FILE.test(code) ? 422 : 409;
}
