import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const PACKAGES = ['better-sqlite3', 'mongodb', '@eventstore/db-client', '@nestjs/common', 'libphonenumber-js', 'uuid'];

/** rule, importing file, what it imports */
const BREACHES: readonly (readonly [string, string, string])[] = [
  ['events-import-nothing-of-ours', 'libs/events/src/a.ts', '#domain/card/card'],
  ['domain-imports-event-contracts-only', 'libs/domain/src/b.ts', '#events/store/event-store'],
  ['domain-takes-pure-packages-only', 'libs/domain/src/c.ts', 'uuid'],
  ['domain-takes-pure-packages-only', 'libs/domain/src/d.ts', 'node:crypto'],
  ['read-models-import-events-and-pure-folds', 'libs/read-models/src/e.ts', '#domain/number'],
  ['runtime-imports-events-and-the-installation', 'libs/runtime/src/u.ts', '#domain/card/card'],
  ['processes-import-events-and-domain', 'libs/processes/src/v.ts', '#read-models/store/read-store'],
  ['stores-import-ports-and-adapters', 'libs/stores/src/w.ts', '#domain/serving/next'],
  ['libs-never-import-apps', 'libs/read-models/src/f.ts', '../../../apps/api/src/main.js'],
  ['apps-never-import-each-other', 'apps/projector/src/g.ts', '../../api/src/main.js'],
  ['web-is-a-client-of-the-api', 'apps/web/src/h.ts', '#domain/serving/next'],
  ['replay-is-a-client-of-the-api', 'replay/bank/v.ts', '#events/store/event-store'],
  ['adapters-are-picked-in-stores', 'apps/api/src/i.service.ts', '#events/sqlite/store'],
  ['adapters-do-not-know-each-other', 'libs/read-models/src/mongodb/j.ts', '#events/sqlite/store'],
  ['driver-sqlite-only-in-its-adapter', 'apps/api/src/k.module.ts', 'better-sqlite3'],
  ['driver-sqlite-only-in-its-adapter', 'libs/events/src/in-memory/l.ts', 'node:sqlite'],
  ['driver-mongodb-only-in-its-adapter', 'libs/read-models/src/sqlite/m.ts', 'mongodb'],
  ['driver-mongodb-only-in-its-adapter', 'libs/processes/src/mongodb/x.ts', 'mongodb'],
  [
    'reactors-on-mongodb-keep-to-their-port',
    'libs/read-models/src/mongodb/mongodb-reactor-progress.ts',
    '#processes/aftermath',
  ],
  ['read-models-import-events-and-pure-folds', 'libs/read-models/src/mongodb/y.ts', '#processes/progress/progress'],
  ['driver-eventstoredb-only-in-its-adapter', 'libs/events/src/n.ts', '@eventstore/db-client'],
  ['one-event-store-client-per-process', 'libs/events/src/eventstoredb/w.ts', '@eventstore/db-client'],
  ['event-store-clients-are-loaded-lazily', 'libs/events/src/eventstoredb/x.ts', './db-client.js'],
  ['nest-only-in-apps', 'libs/read-models/src/o.ts', '@nestjs/common'],
  ['tests-stay-out-of-the-product', 'apps/api/src/p.ts', '../../../test/support/builder.js'],
  ['product-needs-no-dev-dependency', 'apps/api/src/q.ts', 'fast-check'],
  ['packages-are-declared', 'apps/api/src/r.ts', 'left-pad'],
  ['imports-lead-somewhere', 'apps/api/src/s.ts', '#domain/nowhere'],
  ['no-cycles', 'apps/api/src/t.ts', './t2.js'],
];

const PERMITTED: readonly (readonly [string, string])[] = [
  ['libs/domain/src/card/card.ts', '#events/contracts/card.events'],
  ['libs/domain/src/number.ts', 'libphonenumber-js'],
  ['libs/domain/src/number.spec.ts', 'node:fs'],
  ['libs/read-models/src/queue.ts', '#domain/serving/next'],
  ['libs/read-models/src/rows.ts', '#events/store/event-store'],
  ['libs/read-models/src/mongodb/mongodb-reactor-progress.ts', '#processes/progress/progress'],
  ['libs/events/src/sqlite/store.ts', 'better-sqlite3'],
  ['libs/events/src/decision.spec.ts', '#events/sqlite/store'],
  ['libs/runtime/src/installation.ts', '#events/store/event-store'],
  ['libs/processes/src/aftermath.ts', '#domain/serving/next'],
  ['libs/stores/src/open-log.ts', '#events/sqlite/store'],
  ['apps/api/src/cli/import.ts', '#events/sqlite/store'],
  ['apps/api/src/main.ts', '@nestjs/common'],
  ['test/e2e/scenario.ts', '#events/sqlite/store'],
];

const WITHOUT_IMPORTS = [
  'libs/domain/src/serving/next.ts',
  'libs/events/src/contracts/card.events.ts',
  'libs/events/src/store/event-store.ts',
  'libs/events/src/eventstoredb/db-client.ts',
  'libs/read-models/src/store/read-store.ts',
  'libs/processes/src/progress/progress.ts',
  'test/support/builder.ts',
];

describe('the borders between the parts', () => {
  let tree: string;

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  const install = (name: string): void => {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  };
  const plantPermitted = (): void => {
    for (const path of WITHOUT_IMPORTS) write(path, 'export {};\n');
    for (const [path, target] of PERMITTED) write(path, `import '${target}';\n`);
  };
  const check = () => {
    const script = resolve('scripts/check-borders.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, tree], { encoding: 'utf8' });
    return { status, found: stderr.split('\n').filter(Boolean) };
  };

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'borders-'));
    const lib = (name: string) => ({ [`#${name}/*`]: { source: `./libs/${name}/src/*.ts` } });
    const imports = {
      ...lib('domain'),
      ...lib('events'),
      ...lib('read-models'),
      ...lib('runtime'),
      ...lib('processes'),
    };
    const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']));
    const devDependencies = { 'fast-check': '1.0.0' };
    write('package.json', JSON.stringify({ type: 'module', imports, dependencies, devDependencies }));
    for (const name of [...PACKAGES, 'fast-check', 'left-pad']) install(name);
  });

  afterEach(() => {
    rmSync(tree, { recursive: true });
  });

  test('what the house style permits passes', () => {
    plantPermitted();
    expect(check()).toEqual({ status: 0, found: [] });
  });

  test('every breach is found, through package imports as well as relative ones', () => {
    plantPermitted();
    for (const [, path, target] of BREACHES) write(path, `import '${target}';\n`);
    write('apps/api/src/t2.ts', "import './t.js';\n");
    const { status, found } = check();
    const missed = BREACHES.filter(([rule, path]) => !found.some((line) => line.startsWith(`${rule}: ${path} -> `)));
    expect({ status, missed }).toEqual({ status: 1, missed: [] });
  });

  test('a tree without modules fails instead of passing unseen', () => {
    expect(check()).toEqual({ status: 1, found: ['no module was seen'] });
  });
});
