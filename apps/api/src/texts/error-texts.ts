import { accountTexts } from './account.texts.js';
import { blockTexts } from './block.texts.js';
import { campaignTexts } from './campaign.texts.js';
import { cardTexts } from './card.texts.js';
import { caseTexts } from './case.texts.js';
import { importTexts } from './import.texts.js';
import { invoiceTexts } from './invoice.texts.js';
import { orderTexts } from './order.texts.js';
import { outcomeTexts } from './outcome.texts.js';
import { requestTexts } from './request.texts.js';
import type { Text, Texts } from './texts.js';

/** What every refusal says to a person. A test finds any code without a text. */
export const errorTexts: Texts = {
  ...requestTexts,
  ...accountTexts,
  ...campaignTexts,
  ...cardTexts,
  ...blockTexts,
  ...outcomeTexts,
  ...orderTexts,
  ...invoiceTexts,
  ...caseTexts,
  ...importTexts,
};

/** The kind of refusal, by HTTP status. */
export const statusTexts: Readonly<Record<number, Text>> = {
  400: { sv: 'Begäran kan inte tolkas', en: 'The request cannot be read' },
  401: { sv: 'Logga in', en: 'Sign in' },
  403: { sv: 'Inte tillåtet', en: 'Not allowed' },
  404: { sv: 'Finns inte', en: 'Not found' },
  408: { sv: 'Det tog för lång tid', en: 'It took too long' },
  409: { sv: 'Avvisat av en regel', en: 'Refused by a rule' },
  413: { sv: 'För stort', en: 'Too large' },
  414: { sv: 'För lång adress', en: 'Address too long' },
  415: { sv: 'Fel slags innehåll', en: 'Wrong kind of content' },
  422: { sv: 'Uppgifter har fel form', en: 'Fields have the wrong shape' },
  423: { sv: 'Låst', en: 'Locked' },
  429: { sv: 'För många försök', en: 'Too many attempts' },
  431: { sv: 'För stora rubrikfält', en: 'Headers too large' },
  500: { sv: 'Fel hos oss', en: 'A fault on our side' },
  503: { sv: 'Inte tillgängligt just nu', en: 'Not available right now' },
};
