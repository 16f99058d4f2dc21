import { readPhoneNumber, type PhoneReading } from './phone-number.js';

/** `08/123 45 67`: the slash belongs to the number when only an area code stands before it. */
const SLASH_AFTER_AREA_CODE = /(?<=^|[,;|&\r\n])(\s*0\d{1,3})\s*\/\s*(?![0+])/g;
const SEPARATORS = /[,;|/&\r\n]|\b(?:eller|och|samt|or|and)\b/i;
/** A blank before what looks like the beginning of another number. */
const NEXT_NUMBER = /\s+(?=\+|0\d{1,3}[-\s])/;

/** Every number that one cell of a file holds, those that cannot be read among them: nothing is dropped in silence. */
export function readPhoneCell(cell: string): readonly PhoneReading[] {
  const parts = cell.replace(SLASH_AFTER_AREA_CODE, '$1-').split(SEPARATORS).filter(hasDigit);
  if (parts.length > 0) return parts.flatMap(readPart);
  return cell.trim() === '' ? [] : [readPhoneNumber(cell)];
}

const hasDigit = (text: string): boolean => /\d/.test(text);

/** Two numbers with only a blank between them read as none; split there if that leaves nothing unread. */
function readPart(part: string): readonly PhoneReading[] {
  const whole = readPhoneNumber(part.trim());
  if (whole.readable) return [whole];
  const pieces = part.trim().split(NEXT_NUMBER).map(readPhoneNumber);
  return pieces.every(({ readable }) => readable) ? pieces : [whole];
}
