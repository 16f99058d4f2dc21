import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailsIn } from './mails-in.js';

const textsIn = (file: string): readonly string[] =>
  mailsIn(Buffer.from(file, 'latin1')).map((mail) => Buffer.from(mail).toString('latin1'));

const ENVELOPE = 'From MAILER-DAEMON Mon Nov 23 09:13:20 2026';

describe('a file of mails', () => {
  test('is one mail where it is no mailbox, and none where it is empty', () => {
    expect(textsIn('Subject: a\r\n\r\nFrom here on\r\n')).toEqual(['Subject: a\r\n\r\nFrom here on\r\n']);
    expect(textsIn('')).toEqual([]);
    expect(textsIn('\n')).toEqual([]);
  });

  test('is split where a mailbox begins a mail, and quoted lines lose their mark', () => {
    const file = [ENVELOPE, 'Subject: a', '', 'one', '>From me', '>>From you', '', ENVELOPE, 'Subject: b', '', 'två'];
    expect(textsIn(`${file.join('\n')}\n`)).toEqual(['Subject: a\n\none\nFrom me\n>From you', 'Subject: b\n\ntvå\n']);
  });

  test('is not split at a sentence that begins like one', () => {
    expect(textsIn(`${ENVELOPE}\nSubject: a\n\nwords\n${ENVELOPE}\n`)).toHaveLength(1);
    expect(textsIn(`${ENVELOPE}\nSubject: a\n\nwords\n\nFrom now on, no more calls\n`)).toHaveLength(1);
  });

  test('holds as many mails as were put in, byte for byte', () => {
    const line = fc.stringMatching(/^[a-zåÿ>]{0,10}$/).filter((text) => text !== '');
    const mail = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => ['Subject: x', '', ...lines].join('\n'));
    fc.assert(
      fc.property(fc.array(mail, { minLength: 1, maxLength: 5 }), (mails) => {
        const file = mails.map((one) => `${ENVELOPE}\n${one}\n\n`).join('');
        expect(textsIn(file).map((text) => text.trimEnd())).toEqual(mails.map((text) => text.trimEnd()));
      }),
    );
  });
});
