import { guessMapping } from './guess-mapping.js';
import { isImportField, type ImportField, type Mapping } from './import-field.js';
import { MappingFieldUnknown, MappingHeadingUnknown, MappingNeedsName } from './mapping.errors.js';

type Asked = Readonly<Record<string, string>> | undefined;

/** The mapping that was asked for, checked against the file; the guess where none was. */
export function proposeMapping(asked: Asked, headings: readonly string[]): Mapping {
  const mapping = asked ? knownFields(asked) : guessMapping(headings);
  const missing = Object.entries(mapping).filter(([, heading]) => !headings.includes(heading));
  if (missing.length > 0) throw new MappingHeadingUnknown(missing.map(([field]) => field) as ImportField[], headings);
  return mapping;
}

/** One with which rows can become cards. */
export function confirmMapping(asked: Asked, headings: readonly string[]): Mapping {
  const mapping = proposeMapping(asked, headings);
  if (mapping.name === undefined) throw new MappingNeedsName(headings);
  return mapping;
}

/** An empty heading means: not this field. */
function knownFields(asked: Readonly<Record<string, string>>): Mapping {
  const unknown = Object.keys(asked).filter((field) => !isImportField(field));
  if (unknown.length > 0) throw new MappingFieldUnknown(unknown);
  return Object.fromEntries(Object.entries(asked).filter(([, heading]) => heading !== ''));
}
