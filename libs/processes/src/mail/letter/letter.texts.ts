import type { Language, SeasonName } from '#events/contracts/index';

/** The words of the thank-you mail. */
export interface LetterTexts {
  subject(seller: string): string;
  greeting(firstName: string): string;
  /** `2026-11-23` */
  thanks(takenOn: string): string;
  renewalSubject(seller: string): string;
  /** In the place of the thanks: nobody ordered anything that day. */
  renewed(season: SeasonName): string;
  readonly logoHeading: string;
  /** R11 */
  logoLines(email: string | undefined): readonly string[];
  readonly mistakes: string;
  readonly regards: string;
  companyNumber(companyNumber: string): string;
}

/** `2027-spring` as `våren 2027` */
function seasonIn(season: SeasonName, spring: string, autumn: string): string {
  const [year, half] = season.split('-');
  return `${half === 'spring' ? spring : autumn} ${year}`;
}

const sv: LetterTexts = {
  subject: (seller) => `Tack för er beställning – ${seller}`,
  greeting: (firstName) => `Hej ${firstName}!`,
  thanks: (takenOn) => `Tack för er beställning den ${takenOn}. Det här kom vi överens om:`,
  renewalSubject: (seller) => `Er löpande beställning är förnyad – ${seller}`,
  renewed: (season) => `Er löpande beställning har förnyats för ${seasonIn(season, 'våren', 'hösten')}. Det här ingår:`,
  logoHeading: 'Skicka er logotyp',
  logoLines: (email) => [
    `Svara på det här mejlet${email === undefined ? '' : ` eller skriv till ${email}`} och bifoga logotypen.`,
    'Helst som vektorgrafik (PDF, EPS, SVG eller AI); annars som PNG eller JPEG, minst 1 500 bildpunkter bred.',
  ],
  mistakes: 'Stämmer något inte? Svara på det här mejlet, så rättar vi det.',
  regards: 'Med vänlig hälsning',
  companyNumber: (companyNumber) => `Organisationsnummer ${companyNumber}`,
};

const en: LetterTexts = {
  subject: (seller) => `Thank you for your order – ${seller}`,
  greeting: (firstName) => `Dear ${firstName},`,
  thanks: (takenOn) => `Thank you for your order of ${takenOn}. This is what we agreed:`,
  renewalSubject: (seller) => `Your recurring order has been renewed – ${seller}`,
  renewed: (season) =>
    `Your recurring order has been renewed for ${seasonIn(season, 'spring', 'autumn')}. It comprises:`,
  logoHeading: 'Send us your logo',
  logoLines: (email) => [
    `Reply to this mail${email === undefined ? '' : ` or write to ${email}`} and attach the logo.`,
    'Preferably as vector graphics (PDF, EPS, SVG or AI); else as PNG or JPEG, at least 1,500 pixels wide.',
  ],
  mistakes: 'Is anything not right? Reply to this mail and we will correct it.',
  regards: 'Kind regards',
  companyNumber: (companyNumber) => `Company number ${companyNumber}`,
};

export const LETTER_TEXTS: Readonly<Record<Language, LetterTexts>> = { sv, en };
