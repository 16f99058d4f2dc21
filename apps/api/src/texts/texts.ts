/** A text in both languages; `{fact}` stands for a fact of the refusal. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

export type Texts = Readonly<Record<string, Text>>;
export type Language = keyof Text;

const byPreference = (header: string): string[] =>
  header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { tag, quality: Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);

/** The language that the client likes best of those we have; Swedish unless it says otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = byPreference(acceptLanguage ?? '').find((tag) => /^(?:sv|en)(?:-|$)/.test(tag));
  return wanted?.startsWith('en') ? 'en' : 'sv';
}

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** For a person: an instant as Swedish wall time, a list with commas. */
function spoken(fact: unknown): string {
  if (Array.isArray(fact)) return fact.map(spoken).join(', ');
  if (typeof fact === 'string') return INSTANT.test(fact) ? STOCKHOLM.format(new Date(fact)) : fact;
  return typeof fact === 'number' ? String(fact) : '–';
}

/** Puts the facts in the place of their names. */
export const withFacts = (text: string, facts: Readonly<Record<string, unknown>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => spoken(facts[name]));
