import type { Texts } from './texts.js';

/** class-validator's constraint → our stable code; a test finds any constraint of a DTO that is missing here. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'field.unknown',
  isDefined: 'field.missing',
  isNotEmpty: 'field.missing',
  isString: 'field.text-expected',
  isInt: 'field.whole-number-expected',
  isNumber: 'field.number-expected',
  isBoolean: 'field.true-or-false-expected',
  isObject: 'field.object-expected',
  isNotEmptyObject: 'field.object-expected',
  nestedValidation: 'field.object-expected',
  isArray: 'field.list-expected',
  arrayMinSize: 'field.list-length',
  arrayMaxSize: 'field.list-length',
  arrayNotEmpty: 'field.list-length',
  arrayUnique: 'field.list-repeats',
  isIn: 'field.choice-unknown',
  equals: 'field.choice-unknown',
  min: 'field.out-of-range',
  max: 'field.out-of-range',
  isLength: 'field.text-length',
  minLength: 'field.text-length',
  maxLength: 'field.text-length',
  matches: 'field.wrong-form',
  isUuid: 'field.id-expected',
  isIso8601: 'field.instant-expected',
  isDay: 'field.day-expected',
  isEmail: 'field.email-expected',
  notBefore: 'field.before-its-start',
  unknownValue: 'field.object-expected',
};

export const knownConstraints: ReadonlySet<string> = new Set(Object.keys(CODES));

/** A value that is absent is told as such, whatever it should have been. */
export function codeOfConstraint(constraint: string, value: unknown): string {
  const code = CODES[constraint] ?? 'field.wrong-form';
  return value === undefined && code !== 'field.unknown' ? 'field.missing' : code;
}

export const fieldTexts: Texts = {
  'field.unknown': { sv: 'Fältet finns inte.', en: 'There is no such field.' },
  'field.missing': { sv: 'Fältet saknas.', en: 'The field is missing.' },
  'field.text-expected': { sv: 'Ska vara en text.', en: 'Must be a text.' },
  'field.whole-number-expected': { sv: 'Ska vara ett heltal.', en: 'Must be a whole number.' },
  'field.number-expected': { sv: 'Ska vara ett tal.', en: 'Must be a number.' },
  'field.true-or-false-expected': { sv: 'Ska vara true eller false.', en: 'Must be true or false.' },
  'field.object-expected': { sv: 'Ska vara ett objekt.', en: 'Must be an object.' },
  'field.list-expected': { sv: 'Ska vara en lista.', en: 'Must be a list.' },
  'field.list-length': { sv: 'Listan har fel längd.', en: 'The list has the wrong length.' },
  'field.list-repeats': { sv: 'Listan innehåller samma värde flera gånger.', en: 'The list repeats a value.' },
  'field.choice-unknown': { sv: 'Värdet är inte ett av de tillåtna.', en: 'Not one of the allowed values.' },
  'field.out-of-range': { sv: 'Talet är för litet eller för stort.', en: 'The number is too small or too large.' },
  'field.text-length': { sv: 'Texten är för kort eller för lång.', en: 'The text is too short or too long.' },
  'field.wrong-form': { sv: 'Värdet har fel form.', en: 'The value has the wrong form.' },
  'field.id-expected': { sv: 'Ska vara ett id (UUID).', en: 'Must be an id (UUID).' },
  'field.instant-expected': {
    sv: 'Ska vara en tidpunkt enligt ISO 8601.',
    en: 'Must be a point in time by ISO 8601.',
  },
  'field.day-expected': {
    sv: 'Ska vara en dag som finns, till exempel 2026-11-23.',
    en: 'Must be a day that exists, such as 2026-11-23.',
  },
  'field.before-its-start': { sv: 'Perioden slutar före sin första dag.', en: 'The period ends before its first day.' },
  'field.email-expected': { sv: 'Ska vara en e-postadress.', en: 'Must be an e-mail address.' },
};
