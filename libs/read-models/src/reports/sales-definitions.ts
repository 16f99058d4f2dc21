import { define, type FigureDefinition } from '../figures/figure-definitions.js';

/** What reports of orders are grouped by. */
export const salesGroupDefinitions: readonly FigureDefinition[] = [
  define(
    'roundId',
    { heading: 'Kampanjomgång', meaning: 'Omgången som ordern togs i.' },
    { heading: 'Round', meaning: 'The round in which the order was taken.' },
  ),
  define(
    'callerId',
    { heading: 'Säljare', meaning: 'Den som tog ordern, vem som än ändrade den senare.' },
    { heading: 'Caller', meaning: 'Who took the order, whoever changed it later.' },
  ),
  define(
    'day',
    { heading: 'Dag', meaning: 'Dagen i svensk tid då ordern togs. Ändring och avbeställning räknas på samma dag.' },
    {
      heading: 'Day',
      meaning:
        'The day in Swedish time on which the order was taken. A change or a cancellation counts on that day too.',
    },
  ),
  define(
    'product',
    {
      heading: 'Produkt',
      meaning:
        'Produkten som den står på orderraden. En order med två produkter räknas en gång på vardera, en gång totalt.',
    },
    {
      heading: 'Product',
      meaning: 'The product as the order row says it. An order of two products counts once at each, and once in all.',
    },
  ),
  define(
    'kind',
    { heading: 'Typ', meaning: 'Singel, löpande eller löpande 1 g/år (R13).' },
    { heading: 'Kind', meaning: 'Single, recurring, or recurring once per year (R13).' },
  ),
];

/** What is counted and added up. */
export const salesDefinitions: readonly FigureDefinition[] = [
  define(
    'ordersTaken',
    {
      heading: 'Tagna order',
      meaning: 'Order som togs, även de som avbeställts sedan. En order vars utfall rättats (R21) räknas inte.',
    },
    {
      heading: 'Orders taken',
      meaning: 'Orders that were taken, cancelled ones included. One whose outcome was corrected (R21) is not counted.',
    },
  ),
  define(
    'takenValueOre',
    { heading: 'Taget värde (öre)', meaning: 'Deras värde exklusive moms så som de togs, i öre (R12).' },
    { heading: 'Value taken (öre)', meaning: 'Their value ex VAT as they were taken, in öre (R12).' },
  ),
  define(
    'ordersChanged',
    { heading: 'Ändrade order', meaning: 'Av dem: order vars värde är ett annat än när de togs.' },
    { heading: 'Orders changed', meaning: 'Of them: orders whose value is another than when they were taken.' },
  ),
  define(
    'changedValueOre',
    { heading: 'Ändrat värde (öre)', meaning: 'Vad ändringarna lade till eller drog ifrån, i öre.' },
    { heading: 'Change in value (öre)', meaning: 'What the changes added or took away, in öre.' },
  ),
  define(
    'ordersCancelled',
    { heading: 'Avbeställda order', meaning: 'Av dem: order som ångrats eller avbeställts.' },
    { heading: 'Orders cancelled', meaning: 'Of them: orders that were regretted or cancelled.' },
  ),
  define(
    'cancelledValueOre',
    { heading: 'Avbeställt värde (öre)', meaning: 'Deras värde när de avbeställdes, i öre.' },
    { heading: 'Value cancelled (öre)', meaning: 'What they were worth when they were cancelled, in öre.' },
  ),
  define(
    'orders',
    { heading: 'Gällande order', meaning: 'Order som gäller: tagna och inte avbeställda.' },
    { heading: 'Orders standing', meaning: 'Orders that stand: taken and not cancelled.' },
  ),
  define(
    'valueOre',
    { heading: 'Gällande värde (öre)', meaning: 'Deras värde nu: taget + ändrat - avbeställt, i öre.' },
    { heading: 'Value standing (öre)', meaning: 'What they are worth now: taken + change - cancelled, in öre.' },
  ),
  define(
    'recurringOrders',
    { heading: 'Löpande order', meaning: 'Gällande order med minst en löpande rad (R13).' },
    { heading: 'Recurring orders', meaning: 'Standing orders with at least one recurring row (R13).' },
  ),
  define(
    'recurringValueOre',
    { heading: 'Löpande värde (öre)', meaning: 'Gällande värde av löpande rader, per leverans, i öre.' },
    { heading: 'Recurring value (öre)', meaning: 'Standing value of recurring rows, per delivery, in öre.' },
  ),
  define(
    'recurringOrderPercent',
    { heading: 'Andel löpande order (%)', meaning: 'Löpande order av gällande order; tomt där ingen gäller.' },
    { heading: 'Recurring orders (%)', meaning: 'Recurring orders of the orders standing; empty where none stands.' },
  ),
  define(
    'recurringValuePercent',
    { heading: 'Andel löpande värde (%)', meaning: 'Löpande värde av gällande värde; tomt där inget gäller.' },
    { heading: 'Recurring value (%)', meaning: 'Recurring value of the value standing; empty where nothing stands.' },
  ),
];
