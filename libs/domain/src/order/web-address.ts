import { HAS_NO_WEB_ADDRESS } from './order-form-input.js';
import { accepted, wrong, type Reading } from './reading.js';

const FIELD = 'webAddress';
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** Its last label begins with a letter: a number is a price in the wrong field, which a URL takes for an address of the net. */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+$/u;
const SOCIAL_NETWORK =
  /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|instagram\.com|linkedin\.com|youtube\.com|tiktok\.com|twitter\.com|x\.com|threads\.net|threads\.com|snapchat\.com|pinterest\.com|pinterest\.se|bsky\.app)$/;
/** Path parts that stand before the page of somebody, but are nobody's. */
const NOBODYS_PAGE: readonly string[] = ['pages', 'groups', 'profile.php', 'home.php', 'company', 'in', 'channel', 'c'];

/** R11: `asked` from the threshold on: an address or a stated "none". */
export function readWebAddress(raw: string | undefined, asked: boolean): Reading<string | undefined> {
  const text = raw?.trim() ?? '';
  if (text === '') return asked ? wrong('order.web-address-missing', FIELD) : accepted(undefined);
  if (text === HAS_NO_WEB_ADDRESS) return accepted(text);
  const url = parse(text);
  if (!url) return wrong('order.web-address-malformed', FIELD);
  return namesAPage(url) ? accepted(text) : wrong('order.web-address-page-missing', FIELD);
}

function parse(text: string): URL | undefined {
  if (/[\s@]/.test(text)) return undefined;
  const url = URL.parse(HAS_SCHEME.test(text) ? text : `https://${text}`);
  const isWeb = url && /^https?:$/.test(url.protocol) && HOST.test(url.hostname);
  return isWeb ? url : undefined;
}

/** The start page of a social network leads to nobody. */
function namesAPage({ hostname, pathname, searchParams }: URL): boolean {
  if (!SOCIAL_NETWORK.test(hostname)) return true;
  const parts = pathname.split('/').filter((part) => part !== '' && !NOBODYS_PAGE.includes(part.toLowerCase()));
  return parts.length > 0 || searchParams.has('id');
}
