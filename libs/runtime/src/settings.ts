/** One environment variable: how its text is read, and what to say when it cannot be. */
export interface Setting<T> {
  readonly variable: string;
  /** The allowed form, for the one who set it wrongly. */
  readonly form: string;
  /** `undefined`: not an allowed value. */
  readonly parse: (text: string) => T | undefined;
  readonly otherwise: T;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

export const wholeNumber = (variable: string, otherwise: number, { from, to }: Range): Setting<number> => ({
  variable,
  form: `a whole number from ${from} to ${to}`,
  parse: (text) => (/^\d{1,15}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined),
  otherwise,
});

export const yesOrNo = (variable: string, otherwise: boolean): Setting<boolean> => ({
  variable,
  form: 'true or false',
  parse: (text) => ({ true: true, false: false })[text],
  otherwise,
});

export const oneOf = <const Choice extends string>(
  variable: string,
  choices: readonly [Choice, ...Choice[]],
): Setting<Choice> => ({
  variable,
  form: `one of ${choices.join(', ')}`,
  parse: (text) => choices.find((choice) => choice === text),
  otherwise: choices[0],
});

export const text = (variable: string, otherwise: string): Setting<string> => ({
  variable,
  form: 'a text without control characters',
  parse: (value) => (/\p{Cc}/u.test(value) ? undefined : value),
  otherwise,
});

export const optionalText = (variable: string, minLength = 1): Setting<string | undefined> => ({
  variable,
  form: `a text of at least ${minLength} characters`,
  parse: (value) => (value.length >= minLength && !/\p{Cc}/u.test(value) ? value : undefined),
  otherwise: undefined,
});

/** `form` says in words what `allowed` allows. */
export const matching = (variable: string, allowed: RegExp, form: string): Setting<string | undefined> => ({
  variable,
  form,
  parse: (value) => (allowed.test(value) ? value : undefined),
  otherwise: undefined,
});

const isWebAddress = (value: string): boolean => /^https?:$/.test(URL.parse(value)?.protocol ?? '');

export const webAddress = (variable: string): Setting<string | undefined> => ({
  variable,
  form: 'an address that begins with http:// or https://',
  parse: (value) => (isWebAddress(value) ? value : undefined),
  otherwise: undefined,
});
