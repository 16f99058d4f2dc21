import type { Language, Ore } from '#events/contracts/index';

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'SEK', currencyDisplay: 'code' }),
};

/** R12: `1 200,00 kr`, `SEK 1,200.00`; the blanks do not break. */
export const formatOre = (ore: Ore, language: Language): string => FORMATS[language].format(ore / 100);
