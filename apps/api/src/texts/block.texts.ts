import type { Texts } from './texts.js';

export const blockTexts: Texts = {
  'block.unknown': { sv: 'Spärren finns inte.', en: 'There is no such block.' },
  'block.needs-number': {
    sv: 'Ange vilket av kortets nummer som ska spärras.',
    en: "Say which of the card's numbers is blocked.",
  },
  'block.needs-company': {
    sv: 'Kortet hör inte till något känt bolag.',
    en: 'No company is known for the card.',
  },
};
