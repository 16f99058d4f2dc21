/** Telephones that PTS keeps for fiction: nobody has them, in three area codes a hundred each. */
const FICTIONAL_NUMBERS = ['08-465 004 ', '031-390 06 ', '040-628 04 '] as const;
const CITIES = ['Stockholm', 'Göteborg', 'Malmö'] as const;
const POSTCODES = ['111 99', '411 99', '211 99'] as const;
const PLACES = [
  'Fjällmyra',
  'Granhyltan',
  'Blåklinta',
  'Norrdunge',
  'Ekvassa',
  'Sälgnäset',
  'Tallmora',
  'Lingondal',
] as const;
const TRADES = ['Bygg', 'Måleri', 'Förskola', 'Plåt', 'Trädgård', 'Redovisning', 'Bageri', 'Fysioterapi'] as const;
const FIRST_NAMES = ['Kim', 'Robin', 'Alex', 'Charlie', 'Sam', 'Lo'] as const;
const LAST_NAMES = ['Provsson', 'Exempelius', 'Testberg', 'Fiktén', 'Låtsasdotter'] as const;

export interface InventedCompany {
  readonly name: string;
  readonly companyNumber: string;
  readonly phone: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly contactFirstName: string;
  readonly contactLastName: string;
}

/** As many as there are fictional numbers, and each number once: a number rests for all cards that have it (R9). */
export const MOST_COMPANIES = FICTIONAL_NUMBERS.length * 100;

export const inventedCompanies = (count: number): InventedCompany[] =>
  Array.from({ length: Math.min(count, MOST_COMPANIES) }, (_, index) => invented(index));

function invented(index: number): InventedCompany {
  const town = index % FICTIONAL_NUMBERS.length;
  const turn = Math.floor(index / FICTIONAL_NUMBERS.length);
  return {
    name: `${at(PLACES, index)} ${at(TRADES, Math.floor(index / PLACES.length))} ${index + 1} (påhittat) AB`,
    companyNumber: inventedNumber(index),
    phone: at(FICTIONAL_NUMBERS, town) + String(turn).padStart(2, '0'),
    street: `Påhittsgatan ${index + 1}`,
    postcode: at(POSTCODES, town),
    city: at(CITIES, town),
    contactFirstName: at(FIRST_NAMES, index),
    contactLastName: at(LAST_NAMES, index),
  };
}

const at = (texts: readonly string[], index: number): string => texts[index % texts.length] ?? '';

/** No kind of body has numbers that begin with 4, so that these belong to nobody; the check digit is right. */
function inventedNumber(index: number): string {
  const body = `4990${String(index).padStart(5, '0')}`;
  return `${body.slice(0, 6)}-${body.slice(6)}${checkDigit(body)}`;
}

/** Luhn: every other digit from the first counts double, the digits of the products are added. */
function checkDigit(body: string): number {
  const sum = Array.from(body, Number).reduce((total, digit, index) => {
    const weighted = digit * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(weighted / 10) + (weighted % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

export function asCsv(companies: readonly InventedCompany[]): string {
  const lines = companies.map((one) =>
    [
      one.name,
      one.companyNumber,
      one.phone,
      one.street,
      one.postcode,
      one.city,
      one.contactFirstName,
      one.contactLastName,
    ].join(';'),
  );
  return ['Företag;Organisationsnummer;Telefon;Gatuadress;Postnummer;Ort;Förnamn;Efternamn', ...lines, ''].join('\n');
}
