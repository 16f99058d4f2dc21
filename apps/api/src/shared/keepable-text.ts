/**
 * What XML 1.0 cannot carry, and so no invoice: control characters but tab and line ends, U+FFFE, U+FFFF, halves of a
 * surrogate pair. Storage would change some of them as well.
 */
const UNKEEPABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const EVERY_UNKEEPABLE = new RegExp(UNKEEPABLE, 'gu');

export const isKeepable = (text: string): boolean => !UNKEEPABLE.test(text);

export const keepable = (text: string, replacement: string): string => text.replace(EVERY_UNKEEPABLE, replacement);
