/** A line of an mbox file that begins a mail (RFC 4155): an address and a time. Not every program marks a sentence that begins alike. */
const SEPARATOR = /^From \S+ .*\d\d:\d\d.*\r?\n/;
const BEFORE_SEPARATOR = /(?:\r?\n){2}(?=From \S+ .*\d\d:\d\d)/;
/** A line of a body that began alike, and was marked. */
const QUOTED = /^>(>*From )/gm;

/** The mails of a file: those of an mbox, or the one that an `.eml` is. Bytes stay as they are, whatever their charset. */
export function mailsIn(file: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(file).toString('latin1');
  if (!SEPARATOR.test(text)) return text.trim() === '' ? [] : [file];
  return text
    .split(BEFORE_SEPARATOR)
    .map((mail) => Buffer.from(mail.replace(SEPARATOR, '').replace(QUOTED, '$1'), 'latin1'));
}
