import type { InvoiceRoute } from '#events/contracts/index';
import { readGln, readPeppolId } from '../shared/peppol-id.js';
import { readEmail } from './email-address.js';
import type { InvoiceInput } from './order-form-input.js';
import { optionalText, readPostalAddress } from './postal-address.js';
import { accepted, together, wrong, type OrderErrorCode, type Reading } from './reading.js';

type RouteOf<Kind extends InvoiceRoute['kind']> = Extract<InvoiceRoute, { kind: Kind }>;
type InputOf<Kind extends InvoiceRoute['kind']> = Extract<InvoiceInput, { kind: Kind }>;

/** R15: a public body takes e-invoices only (lag 2018:1277). */
export function readInvoiceRoute(input: InvoiceInput | undefined, isPublicBody: boolean): Reading<InvoiceRoute> {
  if (!input) return wrong('order.invoice-missing', 'invoice');
  if (isPublicBody && input.kind !== 'e-invoice') return wrong('order.public-body-needs-e-invoice', 'invoice.kind');
  switch (input.kind) {
    case 'post':
      return readPost(input);
    case 'e-mail':
      return readByEmail(input);
    case 'e-invoice':
      return readEInvoice(input);
  }
}

const readPost = ({ kind, address }: InputOf<'post'>): Reading<InvoiceRoute> =>
  together<RouteOf<'post'>>({ kind: accepted(kind), address: readPostalAddress(address, 'invoice.address') });

const readByEmail = ({ kind, email }: InputOf<'e-mail'>): Reading<InvoiceRoute> =>
  together<RouteOf<'e-mail'>>({ kind: accepted(kind), email: readEmail(email, 'invoice.email') });

/** Both ids may be absent, admin fills them in later; one that is given is right. */
const readEInvoice = ({ kind, peppolId, gln }: InputOf<'e-invoice'>): Reading<InvoiceRoute> =>
  together<RouteOf<'e-invoice'>>({
    kind: accepted(kind),
    peppolId: readId(peppolId, readPeppolId, { code: 'order.peppol-id-malformed', field: 'invoice.peppolId' }),
    gln: readId(gln, readGln, { code: 'order.gln-malformed', field: 'invoice.gln' }),
  });

function readId(
  raw: string | undefined,
  read: (text: string) => string | undefined,
  error: { readonly code: OrderErrorCode; readonly field: string },
): Reading<string | undefined> {
  const text = optionalText(raw);
  if (text === undefined) return accepted(undefined);
  const id = read(text);
  return id === undefined ? wrong(error.code, error.field) : accepted(id);
}
