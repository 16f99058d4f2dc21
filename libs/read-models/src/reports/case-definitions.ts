import { define, type FigureDefinition } from '../figures/figure-definitions.js';

/** What the report of cases is grouped by. */
export const caseGroupDefinitions: readonly FigureDefinition[] = [
  define(
    'kind',
    { heading: 'Slag', meaning: 'Vad ärendet gäller (R7, R14-R18).' },
    { heading: 'Kind', meaning: 'What the case is about (R7, R14-R18).' },
  ),
  define(
    'day',
    { heading: 'Dag', meaning: 'Dagen i svensk tid då ärendet kom in, vilken dag det än åtgärdades.' },
    { heading: 'Day', meaning: 'The day in Swedish time on which the case was raised, whatever day it was resolved.' },
  ),
];

/** What is counted. Working time is 08:00-17:00 on working days, whatever hours a campaign calls (R7). */
export const caseDefinitions: readonly FigureDefinition[] = [
  define(
    'raised',
    { heading: 'Inkomna', meaning: 'Ärenden som kommit in: öppna och åtgärdade.' },
    { heading: 'Raised', meaning: 'Cases that were raised: open and done.' },
  ),
  define(
    'open',
    {
      heading: 'Öppna',
      meaning: 'Av dem: ärenden som inte är åtgärdade, tagna eller inte. Summan av de fyra åldrarna.',
    },
    { heading: 'Open', meaning: 'Of them: cases that are not done, taken or not. The sum of the four ages.' },
  ),
  define(
    'openUnderHour',
    { heading: 'Öppna under 1 arbetstimme', meaning: 'Öppna sedan mindre än en arbetstimme.' },
    { heading: 'Open under 1 working hour', meaning: 'Open for less than one working hour.' },
  ),
  define(
    'openUnderDay',
    {
      heading: 'Öppna under 1 arbetsdag',
      meaning: 'Öppna sedan minst en arbetstimme och mindre än en arbetsdag (9 h).',
    },
    {
      heading: 'Open under 1 working day',
      meaning: 'Open for one working hour or more, and less than one working day (9 h).',
    },
  ),
  define(
    'openUnderWeek',
    { heading: 'Öppna under 5 arbetsdagar', meaning: 'Öppna sedan minst en arbetsdag och mindre än fem.' },
    { heading: 'Open under 5 working days', meaning: 'Open for one working day or more, and less than five.' },
  ),
  define(
    'openOlder',
    { heading: 'Öppna 5 arbetsdagar eller mer', meaning: 'Öppna sedan fem arbetsdagar (45 h) eller mer.' },
    { heading: 'Open 5 working days or more', meaning: 'Open for five working days (45 h) or more.' },
  ),
  define(
    'taken',
    { heading: 'Tagna', meaning: 'Av de öppna: ärenden som någon har tagit.' },
    { heading: 'Taken', meaning: 'Of the open ones: cases that somebody has taken.' },
  ),
  define(
    'done',
    { heading: 'Åtgärdade', meaning: 'Av de inkomna: ärenden som är åtgärdade.' },
    { heading: 'Done', meaning: 'Of those raised: cases that have been resolved.' },
  ),
];
