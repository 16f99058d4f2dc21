const NOT_OUR_OWN_LETTERS = /[^åäö]/gu;
const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’‘`´]/g;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}&]+/gu;

const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(MARKS, '');

/**
 * The form in which names are matched and searched by prefix: small letters, single blanks, no punctuation.
 * å, ä and ö are letters of their own and stay, other marks go (é is e); the company suffix (AB, HB) stays: it tells two apart.
 */
export const nameKey = (name: string): string =>
  name
    .replace(APOSTROPHES, '')
    .normalize('NFKC')
    .toLocaleLowerCase('sv')
    .replace(NOT_OUR_OWN_LETTERS, withoutMarks)
    .replaceAll('&', ' & ')
    .replace(NEITHER_LETTER_NOR_DIGIT, ' ')
    .trim();
