import type { PostalAddress } from '#events/contracts/index';
import { accepted, together, wrong, type Reading } from './reading.js';

export const stated = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Each part that is missing is told under its own field. */
export function readPostalAddress(input: Partial<PostalAddress> | undefined, field: string): Reading<PostalAddress> {
  const required = (part: 'street' | 'postcode' | 'city'): Reading<string> => {
    const text = input?.[part]?.trim() ?? '';
    return text === '' ? wrong('order.address-incomplete', `${field}.${part}`) : accepted(text);
  };
  return together<PostalAddress>({
    name: accepted(optionalText(input?.name)),
    street: required('street'),
    postcode: required('postcode'),
    city: required('city'),
  });
}

export const optionalText = (text: string | undefined): string | undefined => text?.trim() || undefined;
