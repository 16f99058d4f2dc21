import { MappingMalformed } from './mapping.errors.js';

type Texts = Readonly<Record<string, string>>;

/** A mapping as somebody sends it: JSON, as text or parsed already. @throws MappingMalformed */
export function readAskedMapping(sent: unknown): Texts {
  const mapping = typeof sent === 'string' ? parsed(sent) : sent;
  if (!isTexts(mapping)) throw new MappingMalformed();
  return mapping;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MappingMalformed();
  }
}

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string');
