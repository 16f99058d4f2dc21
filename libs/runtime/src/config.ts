import { matching, oneOf, optionalText, text, webAddress, wholeNumber, yesOrNo, type Setting } from './settings.js';

const SHORTEST_PHONE = 3;
export const SHORTEST_SECRET = 16;

/** Every environment variable that the processes read; nothing else reads `process.env`. */
const SETTINGS = {
  port: wholeNumber('PORT', 3000, { from: 0, to: 65_535 }),
  host: text('HOST', '127.0.0.1'),
  /** Holds the event log, the read models and, unless set otherwise, the pepper. */
  dataDir: text('DATA_DIR', './data'),
  /** Where the log is instead of in the data directory. */
  eventStoreUrl: matching(
    'EVENTSTORE_URL',
    /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/\S+$/,
    'an address that begins with esdb:// or kurrentdb://',
  ),
  /** Holds `user:password`, which beats what the address says. */
  eventStoreCredentialsFile: optionalText('EVENTSTORE_CREDENTIALS_FILE'),
  /** Stands before the names of its streams, where another program on the same server uses the same names. */
  eventStoreNamespace: matching('EVENTSTORE_NAMESPACE', /^[a-z0-9]+$/, 'lower-case letters and digits'),
  /** Where the read models are instead of in the data directory; the two servers go together. */
  mongodbUrl: matching(
    'MONGODB_URL',
    /^mongodb(?:\+srv)?:\/\/\S+$/,
    'an address that begins with mongodb:// or mongodb+srv://',
  ),
  /** Holds `user:password`, which beats what the address says. */
  mongodbCredentialsFile: optionalText('MONGODB_CREDENTIALS_FILE'),
  /** The secret key of all keyed hashes; at least 128 bits as hex. Beats `pepperFile`. */
  pepper: optionalText('PEPPER', 32),
  /** Default: `pepper` in the data directory, made at first start. */
  pepperFile: optionalText('PEPPER_FILE'),
  sessionHours: wholeNumber('SESSION_HOURS', 12, { from: 1, to: 8784 }),
  /** Failed ones, per username; ten times as many per address, for an office shares one. */
  signInAttemptsPerMinute: wholeNumber('SIGN_IN_ATTEMPTS_PER_MINUTE', 10, { from: 1, to: 100_000 }),
  /** How long a query waits for what its sender has just saved before it answers that the read model is behind. */
  freshnessWaitMs: wholeNumber('FRESHNESS_WAIT_MS', 5000, { from: 0, to: 60_000 }),
  /** Bytes of a JSON body; files have a limit of their own. */
  bodyLimit: wholeNumber('BODY_LIMIT', 1_048_576, { from: 1024, to: 104_857_600 }),
  logLevel: oneOf('LOG_LEVEL', ['info', 'debug', 'warn', 'error', 'silent']),
  /** Whether /metrics answers without a token; only where HOST is a loopback address. */
  metricsPublic: yesOrNo('METRICS_PUBLIC', false),
  /** Whether X-Forwarded-For of the nearest proxy names the client. */
  trustProxy: yesOrNo('TRUST_PROXY', false),
  /** `controlled`: time stands still until a service account moves it, for replays of an earlier period. */
  clock: oneOf('CLOCK', ['system', 'controlled']),
  allowControlledClock: yesOrNo('ALLOW_CONTROLLED_CLOCK', false),
  /** R18: a file with companyNumber, name and ceased, or a service that is asked; neither: nothing is checked. */
  companyRegistryFile: optionalText('COMPANY_REGISTRY_FILE'),
  companyRegistryUrl: webAddress('COMPANY_REGISTRY_URL'),
  companyRegistryToken: optionalText('COMPANY_REGISTRY_TOKEN'),
  /** Who sells: stands in the thank-you mails and on the invoices. No invoice is made while one that it needs is absent. */
  sellerName: optionalText('SELLER_NAME'),
  sellerCompanyNumber: matching('SELLER_COMPANY_NUMBER', /^\d{6}-?\d{4}$/, 'ten digits, as 556036-0793'),
  sellerStreet: optionalText('SELLER_STREET'),
  sellerPostcode: matching('SELLER_POSTCODE', /^\d{3} ?\d{2}$/, 'five digits, as 111 22'),
  sellerCity: optionalText('SELLER_CITY'),
  sellerEmail: matching('SELLER_EMAIL', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'a mail address'),
  sellerPhone: optionalText('SELLER_PHONE', SHORTEST_PHONE),
  sellerBankgiro: matching('SELLER_BANKGIRO', /^\d{3,4}-?\d{4}$/, 'seven or eight digits, as 5050-1055'),
  sellerIban: matching('SELLER_IBAN', /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, 'an IBAN without spaces'),
  sellerPeppolId: matching('SELLER_PEPPOL_ID', /^\d{4}:[A-Za-z0-9]{1,50}$/, 'scheme and id, as 0007:5560360793'),
  /** Whether it is approved for F-tax, which a Swedish invoice states. */
  sellerFTax: yesOrNo('SELLER_F_TAX', true),
  /** R17: where the thank-you mails go out; without it they are written to the outbox. */
  smtpUrl: matching('SMTP_URL', /^smtps?:\/\/\S+$/, 'an address that begins with smtp:// or smtps://'),
  /** R17: a folder that all projectors share. Default: `outbox` in the data directory. */
  outboxDir: optionalText('OUTBOX_DIR'),
  /** Who they come from; the seller's own address where it is absent. */
  mailFrom: matching('MAIL_FROM', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'a mail address'),
  /** R7: told of cases, with bodies signed by the secret. */
  webhookUrl: webAddress('WEBHOOK_URL'),
  webhookSecret: optionalText('WEBHOOK_SECRET', SHORTEST_SECRET),
  /** R17: signs the bounces that a mail provider reports; without it, and without the file, no report is taken. */
  bounceSecret: optionalText('BOUNCE_SECRET', SHORTEST_SECRET),
  /** Holds the secret; the variable beats it. */
  bounceSecretFile: optionalText('BOUNCE_SECRET_FILE'),
  environment: text('NODE_ENV', 'development'),
} satisfies Record<string, Setting<unknown>>;

type Settings = typeof SETTINGS;
export type Config = { readonly [Key in keyof Settings]: Settings[Key] extends Setting<infer Value> ? Value : never };
export type Environment = Readonly<Record<string, string | undefined>>;

/** The start stops here: each line names a variable and its allowed form, never its value. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  constructor(readonly problems: readonly string[]) {
    super(`wrong configuration:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

interface Contradiction {
  readonly problem: string;
  readonly stands: (config: Config) => boolean;
}

/** Settings that are allowed alone but not together. */
const CONTRADICTIONS: readonly Contradiction[] = [
  {
    problem: 'METRICS_PUBLIC: may be true only where HOST is a loopback address',
    stands: ({ metricsPublic, host }) => metricsPublic && !LOOPBACK.test(host),
  },
  {
    problem: 'CLOCK: must not be controlled in production unless ALLOW_CONTROLLED_CLOCK is true',
    stands: ({ clock, environment, allowControlledClock }) =>
      clock === 'controlled' && environment === 'production' && !allowControlledClock,
  },
  {
    problem: 'MAIL_FROM: must be set beside SMTP_URL, or SELLER_EMAIL',
    stands: ({ smtpUrl, mailFrom, sellerEmail }) => smtpUrl !== undefined && (mailFrom ?? sellerEmail) === undefined,
  },
  {
    problem: 'SELLER_NAME: must be set beside SMTP_URL',
    stands: ({ smtpUrl, sellerName }) => smtpUrl !== undefined && sellerName === undefined,
  },
  {
    problem: 'WEBHOOK_SECRET: must be set beside WEBHOOK_URL',
    stands: ({ webhookUrl, webhookSecret }) => webhookUrl !== undefined && webhookSecret === undefined,
  },
  {
    problem: 'EVENTSTORE_CREDENTIALS_FILE: must not be set without EVENTSTORE_URL',
    stands: ({ eventStoreUrl, eventStoreCredentialsFile }) =>
      eventStoreCredentialsFile !== undefined && eventStoreUrl === undefined,
  },
  {
    problem: 'EVENTSTORE_NAMESPACE: must not be set without EVENTSTORE_URL',
    stands: ({ eventStoreUrl, eventStoreNamespace }) =>
      eventStoreNamespace !== undefined && eventStoreUrl === undefined,
  },
  {
    problem: 'MONGODB_CREDENTIALS_FILE: must not be set without MONGODB_URL',
    stands: ({ mongodbUrl, mongodbCredentialsFile }) =>
      mongodbCredentialsFile !== undefined && mongodbUrl === undefined,
  },
  {
    problem: 'MONGODB_URL: must be set beside EVENTSTORE_URL, and not without it',
    stands: ({ eventStoreUrl, mongodbUrl }) => (eventStoreUrl === undefined) !== (mongodbUrl === undefined),
  },
  {
    // A pepper made at the first start would be another one in each process's folder.
    problem: 'PEPPER: must be set beside EVENTSTORE_URL, or PEPPER_FILE',
    stands: ({ eventStoreUrl, pepper, pepperFile }) =>
      eventStoreUrl !== undefined && (pepper ?? pepperFile) === undefined,
  },
  {
    // Whoever takes over looks into the outbox for what was written: in a folder of its own it would write it again.
    problem: 'SMTP_URL: must be set beside EVENTSTORE_URL, or OUTBOX_DIR, which all projectors share',
    stands: ({ eventStoreUrl, smtpUrl, outboxDir }) =>
      eventStoreUrl !== undefined && (smtpUrl ?? outboxDir) === undefined,
  },
  {
    problem: 'COMPANY_REGISTRY_URL: must not be set beside COMPANY_REGISTRY_FILE',
    stands: ({ companyRegistryFile, companyRegistryUrl }) =>
      companyRegistryFile !== undefined && companyRegistryUrl !== undefined,
  },
];

const contradictions = (config: Config): readonly string[] =>
  CONTRADICTIONS.filter(({ stands }) => stands(config)).map(({ problem }) => problem);

/** An empty variable counts as absent. @throws ConfigInvalid naming every wrong variable at once */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = ({ variable, form, parse, otherwise }: Setting<unknown>): unknown => {
    const value = environment[variable];
    if (value === undefined || value === '') return otherwise;
    const parsed = parse(value);
    if (parsed === undefined) problems.push(`${variable}: must be ${form}`);
    return parsed;
  };
  // The cast: each key keeps the type of its own setting, which Object.fromEntries forgets.
  const config = Object.fromEntries(Object.entries(SETTINGS).map(([key, setting]) => [key, read(setting)])) as Config;
  const found = problems.length > 0 ? problems : contradictions(config);
  if (found.length > 0) throw new ConfigInvalid(found);
  return config;
}

/** The names of all variables, for the page that documents them. */
export const variableNames: readonly string[] = Object.values(SETTINGS).map(({ variable }) => variable);
