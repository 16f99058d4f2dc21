import { define, groupDefinitions, type FigureDefinition } from '../figures/figure-definitions.js';

const asInFigures = groupDefinitions.filter(({ column }) => ['roundId', 'callerId', 'day'].includes(column));

/** What conversion is grouped by. */
export const conversionGroupDefinitions: readonly FigureDefinition[] = [
  ...asInFigures,
  define(
    'call',
    {
      heading: 'Samtal nr',
      meaning: 'Vilket samtal på kortet i omgången, Upptaget medräknat; utan samtal så många som redan ringts.',
    },
    {
      heading: 'Call no.',
      meaning: 'Which call on the card in the round, Busy included; without a call, as many as had been made.',
    },
  ),
  define(
    'path',
    {
      heading: 'Väg dit',
      meaning:
        'Kortets utfall i omgången före det här, äldst först: de fem senaste, inledda med earlier om det fanns fler; none om inget.',
    },
    {
      heading: 'Path',
      meaning:
        'The outcomes of the card in the round before this one, oldest first: the last five, led by earlier where there were more; none where there was none.',
    },
  ),
];

/** What is counted. */
export const conversionDefinitions: readonly FigureDefinition[] = [
  define(
    'calls',
    {
      heading: 'Samtal',
      meaning: 'Samtal med utfall, även Ej svar och Upptaget. Efter en rättelse gäller det nya utfallet (R21).',
    },
    {
      heading: 'Calls',
      meaning: 'Calls with an outcome, NoAnswer and Busy included. After a correction the new outcome counts (R21).',
    },
  ),
  define(
    'orders',
    { heading: 'Order', meaning: 'Av dem: samtal som ledde till en order, vad som än blev av ordern sedan.' },
    { heading: 'Orders', meaning: 'Of them: calls that led to an order, whatever became of the order.' },
  ),
  define(
    'conversionPercent',
    { heading: 'Konvertering (%)', meaning: 'Order av samtal; tomt där ingen ringt.' },
    { heading: 'Conversion (%)', meaning: 'Orders of calls; empty where nobody called.' },
  ),
  define(
    'ordersWithoutCall',
    {
      heading: 'Order utan samtal',
      meaning: 'Order per mejl eller på kundens egen kontakt (R1); räknas inte i konverteringen.',
    },
    {
      heading: 'Orders without a call',
      meaning: "Orders by mail or on the customer's own contact (R1); no part of the conversion.",
    },
  ),
];
