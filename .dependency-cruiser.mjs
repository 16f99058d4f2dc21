/** Who may import whom. scripts/check-borders.mjs runs it, test/borders.spec.ts shows that every rule bites. */
const ADAPTER = '^libs/[^/]+/src/(?:sqlite|mongodb|eventstoredb|in-memory)/';
const OURS = '^(?:apps|libs|test|scripts|bench|replay)/';
const TESTS = ['\\.spec\\.ts$', '/testing/', '^test/', '^bench/', '^replay/'];
/** Where adapters are picked, and the commands that know what an embedded installation stands on. */
const COMPOSITION = ['^libs/stores/', '^apps/.+/cli/'];
const REACTORS_ON_MONGODB = '^libs/read-models/src/mongodb/mongodb-reactor-progress\\.';
const PURE_PACKAGES = ['libphonenumber-js', 'organisationsnummer', 'temporal-polyfill'];

const nodeModule = (names) => `(?:^|/)node_modules/(?:${names.join('|')})(?:/|$)`;

const EVENT_STORE_DRIVERS = nodeModule(['@eventstore/db-client', '@kurrent/kurrentdb-client']);
const EVENT_STORE_CLIENTS = '^libs/events/src/eventstoredb/(?:db|kurrent)-client\\.ts$';

/** A driver stands only in the adapter folder that is named after its technology; `part`: of this part alone. */
const driverOnlyIn = (folder, driver, part = '[^/]+') => ({
  name: `driver-${folder}-only-in-its-adapter`,
  severity: 'error',
  from: { pathNot: [`^libs/${part}/src/${folder}/`, ...TESTS] },
  to: { path: driver },
});

const forbidden = [
  {
    name: 'events-import-nothing-of-ours',
    severity: 'error',
    from: { path: '^libs/events/' },
    to: { path: '^(?:apps|libs)/', pathNot: '^libs/events/' },
  },
  {
    name: 'domain-imports-event-contracts-only',
    severity: 'error',
    from: { path: '^libs/domain/', pathNot: TESTS },
    to: { path: '^(?:apps|libs)/', pathNot: ['^libs/domain/', '^libs/events/src/contracts/'] },
  },
  {
    name: 'domain-takes-pure-packages-only',
    severity: 'error',
    from: { path: '^libs/domain/', pathNot: TESTS },
    to: { pathNot: [OURS, nodeModule(PURE_PACKAGES)] },
  },
  {
    name: 'read-models-import-events-and-pure-folds',
    severity: 'error',
    from: { path: '^libs/read-models/', pathNot: [...TESTS, REACTORS_ON_MONGODB] },
    to: {
      path: '^(?:apps|libs)/',
      pathNot: ['^libs/read-models/', '^libs/events/', '^libs/domain/src/(?:serving|shared|card|case|order-life)/'],
    },
  },
  {
    name: 'reactors-on-mongodb-keep-to-their-port',
    comment: "How far the reactors have come stands on the read models' server, so that one folder knows its driver.",
    severity: 'error',
    from: { path: REACTORS_ON_MONGODB, pathNot: TESTS },
    to: {
      path: '^(?:apps|libs)/',
      pathNot: ['^libs/read-models/src/mongodb/', '^libs/events/', '^libs/processes/src/progress/'],
    },
  },
  {
    name: 'runtime-imports-events-and-the-installation',
    severity: 'error',
    from: { path: '^libs/runtime/', pathNot: TESTS },
    to: {
      path: '^(?:apps|libs)/',
      pathNot: ['^libs/runtime/', '^libs/events/', '^libs/domain/src/(?:installation|shared)/'],
    },
  },
  {
    name: 'stores-import-ports-and-adapters',
    comment: 'Which technology it is, and nothing of what is done with it.',
    severity: 'error',
    from: { path: '^libs/stores/', pathNot: TESTS },
    to: {
      path: '^(?:apps|libs)/',
      pathNot: ['^libs/stores/', '^libs/runtime/', `${ADAPTER}`, '^libs/[^/]+/src/(?:store|progress|versioning)/'],
    },
  },
  {
    name: 'processes-import-events-and-domain',
    severity: 'error',
    from: { path: '^libs/processes/', pathNot: TESTS },
    to: { path: '^(?:apps|libs)/', pathNot: ['^libs/processes/', '^libs/(?:events|domain)/'] },
  },
  {
    name: 'libs-never-import-apps',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-never-import-each-other',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'web-is-a-client-of-the-api',
    comment: 'The web app knows the public API and nothing behind it.',
    severity: 'error',
    from: { path: '^apps/web/', pathNot: TESTS },
    to: { path: '^libs/' },
  },
  {
    name: 'adapters-are-picked-in-stores',
    severity: 'error',
    from: { pathNot: [ADAPTER, ...COMPOSITION, ...TESTS] },
    to: { path: ADAPTER },
  },
  {
    name: 'adapters-do-not-know-each-other',
    severity: 'error',
    from: { path: '^libs/([^/]+)/src/(sqlite|mongodb|eventstoredb|in-memory)/', pathNot: TESTS },
    to: { path: ADAPTER, pathNot: '^libs/$1/src/$2/' },
  },
  {
    name: 'replay-is-a-client-of-the-api',
    comment:
      'What a replay compares came through the public API; of our own it knows the calendar and how processes start.',
    severity: 'error',
    from: { path: '^replay/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^(?:apps|libs)/', pathNot: '^libs/(?:domain/src/shared/|runtime/src/heap\\.ts$)' },
  },
  driverOnlyIn('sqlite', `${nodeModule(['better-sqlite3', '@types/better-sqlite3'])}|^(?:node:)?sqlite$`),
  driverOnlyIn('mongodb', nodeModule(['mongodb']), 'read-models'),
  driverOnlyIn('eventstoredb', EVENT_STORE_DRIVERS, 'events'),
  {
    name: 'one-event-store-client-per-process',
    comment:
      'The two clients share a global: each stands in one module, which is loaded when its address is asked for.',
    severity: 'error',
    from: { path: '^libs/', pathNot: [EVENT_STORE_CLIENTS, ...TESTS] },
    to: { path: EVENT_STORE_DRIVERS, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'event-store-clients-are-loaded-lazily',
    severity: 'error',
    from: { pathNot: TESTS },
    to: { path: EVENT_STORE_CLIENTS, dynamic: false },
  },
  {
    name: 'nest-only-in-apps',
    severity: 'error',
    from: { pathNot: ['^apps/', '^test/', '^bench/'] },
    to: { path: nodeModule(['@nestjs']) },
  },
  {
    name: 'tests-stay-out-of-the-product',
    severity: 'error',
    from: { path: '^(?:apps|libs)/', pathNot: TESTS },
    to: { path: [...TESTS, '^scripts/'] },
  },
  {
    name: 'product-needs-no-dev-dependency',
    severity: 'error',
    from: { path: '^(?:apps|libs)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: nodeModule(['@types']) },
  },
  {
    name: 'packages-are-declared',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'imports-lead-somewhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count: a type couples as much as a value.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
