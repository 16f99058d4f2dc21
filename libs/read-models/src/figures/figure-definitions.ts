export interface Described {
  readonly heading: string;
  readonly meaning: string;
}

/** What a column of the figures means, to be shown where it is shown. docs/figures.md is made from this. */
export interface FigureDefinition {
  /** The field of the answer. */
  readonly column: string;
  readonly sv: Described;
  readonly en: Described;
}

export const define = (column: string, sv: Described, en: Described): FigureDefinition => ({ column, sv, en });

/** What figures are grouped by. */
export const groupDefinitions: readonly FigureDefinition[] = [
  define(
    'roundId',
    { heading: 'Kampanjomgång', meaning: 'Omgången som kundkortet ringdes i.' },
    { heading: 'Round', meaning: 'The round in which the card was called.' },
  ),
  define(
    'callerId',
    { heading: 'Säljare', meaning: 'Den som ringde, eller som utfallet står på.' },
    { heading: 'Caller', meaning: 'Who called, or whose outcome it is.' },
  ),
  define(
    'day',
    {
      heading: 'Dag',
      meaning: 'Dagen i svensk tid då samtalet började; utan samtal dagen då utfallet registrerades.',
    },
    {
      heading: 'Day',
      meaning: 'The day in Swedish time on which the call began; without a call, on which the outcome was recorded.',
    },
  ),
  define(
    'outcome',
    {
      heading: 'Utfall',
      meaning: 'Det utfall som gäller: efter en rättelse räknas det nya. Påbörjade samtal står på en egen rad.',
    },
    {
      heading: 'Outcome',
      meaning:
        'The outcome that stands: after a correction the new one counts. Calls begun stand in a row of their own.',
    },
  ),
  define(
    'attempt',
    { heading: 'Försök nr', meaning: 'Räknade försök på kortet i omgången, det här utfallet medräknat (R5).' },
    { heading: 'Attempt no.', meaning: 'Attempts counted on the card in the round, this outcome included (R5).' },
  ),
  define(
    'cause',
    { heading: 'Orsak', meaning: 'Samtal, mejl, administrationen eller kundens egen kontakt (R1).' },
    { heading: 'Cause', meaning: "A call, a mail, admin, or the customer's own contact (R1)." },
  ),
];

/** What is counted and added up. */
export const measureDefinitions: readonly FigureDefinition[] = [
  define(
    'callsStarted',
    { heading: 'Påbörjade samtal', meaning: 'Samtal som fick börja, även de som ännu saknar utfall.' },
    { heading: 'Calls started', meaning: 'Calls that were let begin, those without an outcome yet included.' },
  ),
  define(
    'outcomes',
    { heading: 'Utfall totalt', meaning: 'Registrerade utfall, av vilken orsak som helst.' },
    { heading: 'Outcomes', meaning: 'Outcomes recorded, whatever their cause.' },
  ),
  define(
    'calls',
    { heading: 'Samtal', meaning: 'Samtal med utfall, även Ej svar och Upptaget.' },
    { heading: 'Calls', meaning: 'Calls with an outcome, NoAnswer and Busy included.' },
  ),
  define(
    'contacts',
    { heading: 'Kontakter', meaning: 'Samtal där någon talades med, växel eller beslutsfattare.' },
    { heading: 'Contacts', meaning: 'Calls in which somebody was spoken with, gatekeeper or decision-maker.' },
  ),
  define(
    'decisionMakers',
    { heading: 'Beslutsfattare', meaning: 'Samtal där beslutsfattaren talades med.' },
    { heading: 'Decision-makers', meaning: 'Calls in which the decision-maker was spoken with.' },
  ),
  define(
    'attempts',
    {
      heading: 'Räknade försök',
      meaning: 'Utfall som räknas som försök (R5): Återkom, Återkom Prio, Ej svar och det femte Upptaget i rad.',
    },
    {
      heading: 'Attempts counted',
      meaning:
        'Outcomes that count as an attempt (R5): Callback, PriorityCallback, NoAnswer and the 5th Busy in a row.',
    },
  ),
  define(
    'talkSeconds',
    { heading: 'Taltid (s)', meaning: 'Sekunder av samtal, som de angavs med utfallet.' },
    { heading: 'Talk time (s)', meaning: 'Seconds of talk, as stated with the outcome.' },
  ),
  define(
    'handlingSeconds',
    { heading: 'Handläggningstid (s)', meaning: 'Sekunder från att samtalet började till att utfallet sparades.' },
    { heading: 'Handling time (s)', meaning: 'Seconds from the beginning of the call until its outcome was saved.' },
  ),
  define(
    'orders',
    { heading: 'Order', meaning: 'Utfall som är en order, även per mejl; en rättad order räknas inte.' },
    {
      heading: 'Orders',
      meaning: 'Outcomes that are an order, by mail too; an order corrected into another outcome is not counted.',
    },
  ),
  define(
    'orderValueOre',
    { heading: 'Ordervärde (öre)', meaning: 'Ordersummor exklusive moms, i öre (R12).' },
    { heading: 'Order value (öre)', meaning: 'Order totals ex VAT, in öre (R12).' },
  ),
];

/** How many calls the cards of whole rounds took, whatever day or caller is asked for. */
export const callsPerCardDefinitions: readonly FigureDefinition[] = [
  define(
    'calls',
    { heading: 'Samtal på kortet', meaning: 'Samtal med utfall på kortet i omgången; 0 är kort som aldrig ringts.' },
    {
      heading: 'Calls on the card',
      meaning: 'Calls with an outcome on the card in the round; 0 is cards never called.',
    },
  ),
  define(
    'cards',
    { heading: 'Kort', meaning: 'Kort i omgången med så många samtal.' },
    { heading: 'Cards', meaning: 'Cards of the round with as many calls.' },
  ),
  define(
    'closed',
    {
      heading: 'Avslutade',
      meaning: 'Av dem: kort vars senaste utfall inte leder till ett nytt samtal i omgången, order medräknade.',
    },
    {
      heading: 'Closed',
      meaning: 'Of them: cards whose latest outcome leads to no further call in the round, orders included.',
    },
  ),
  define(
    'ordered',
    { heading: 'Med order', meaning: 'Av dem: kort med minst en order i omgången.' },
    { heading: 'Ordered', meaning: 'Of them: cards with at least one order in the round.' },
  ),
];
