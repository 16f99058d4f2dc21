import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const FILE = 'docker-compose.yml';
const text = readFileSync(FILE, 'utf8');
const { services } = parse(text, { merge: true }) as { readonly services: Readonly<Record<string, Service>> };
const named = Object.entries(services);
const ours = named.filter(([name]) => /^(?:api|projector)-/.test(name)).map(([, service]) => service);

const SECRETS = {
  EVENTSTORE_ADMIN_PASSWORD: 'a',
  EVENTSTORE_PASSWORD: 'b',
  MONGODB_ROOT_PASSWORD: 'c',
  MONGODB_PASSWORD: 'd',
  PEPPER: 'p'.repeat(32),
};
const composeWays = [['docker', 'compose'], ['docker-compose']];
const compose = (...args: readonly string[]) =>
  composeWays.map(([program = '', ...first]) =>
    spawnSync(program, [...first, '--file', FILE, ...args], { encoding: 'utf8', env: { ...process.env, ...SECRETS } }),
  );
const answering = compose('version').findIndex(({ status }) => status === 0);
if (answering < 0) process.stderr.write('docker compose: skipped, there is none here\n');

describe('docker-compose.yml', () => {
  test('runs two of each process', () => {
    expect(named.filter(([name]) => name.startsWith('api-'))).toHaveLength(2);
    expect(named.filter(([name]) => name.startsWith('projector-'))).toHaveLength(2);
  });

  test('asks for every secret and has a default for none', () => {
    const variables = [...text.matchAll(/(?<!\$)\$\{(?<name>\w+)(?<rest>[^}]*)\}/g)];
    expect(new Set(variables.map(({ groups }) => groups?.name))).toEqual(new Set(Object.keys(SECRETS)));
    for (const { groups } of variables) expect(groups?.rest).toMatch(/^:\?/);
  });

  test('R17: shows every projector the same outbox, unlike its data', () => {
    const projectors = named.filter(([name]) => name.startsWith('projector-')).map(([, service]) => service);
    const volumesAt = (folder: string): Set<string | undefined> =>
      new Set(projectors.map(({ volumes = [] }) => volumes.find((volume) => volume.endsWith(`:${folder}`))));
    expect(volumesAt(projectors[0]?.environment?.['OUTBOX_DIR'] ?? '')).toEqual(new Set(['outbox:/outbox']));
    expect(volumesAt('/data').size).toBe(projectors.length);
  });

  test('gives our processes their own accounts, in files, and no password of an administrator', () => {
    for (const { environment = {}, volumes = [] } of ours) {
      expect(JSON.stringify(environment)).not.toMatch(/ADMIN|ROOT|_PASSWORD|@/);
      for (const server of ['EVENTSTORE', 'MONGODB']) {
        const folder = dirname(environment[`${server}_CREDENTIALS_FILE`] ?? '');
        expect(volumes.filter((volume) => volume.endsWith(`:${folder}:ro`))).toHaveLength(1);
      }
    }
    expect(services['views-account']?.command?.join()).toContain('roles: [{ role: "readWrite", db: "aterkom" }]');
  });

  test('names a version of every image, and checks the health of all that stays', () => {
    for (const [, service] of named) expect(service.image).toMatch(/:\d/);
    for (const [, service] of named.filter(([, { restart }]) => restart)) expect(service.healthcheck).toBeDefined();
  });

  test('asks each projector itself how it is, not the servers that it works on', () => {
    for (const [name, { healthcheck }] of named.filter(([one]) => one.startsWith('projector-')))
      expect([name, healthcheck?.test.at(-1)]).toEqual([name, 'projector-alive']);
  });

  test('lets our processes write to their own folder only, and shows nothing beyond this machine', () => {
    for (const service of ours) expect(service.read_only).toBe(true);
    for (const [, { ports = [] }] of named) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  (answering < 0 ? test.skip : test)('is what docker compose understands', () => {
    const result = compose('config', '--quiet')[answering];
    expect({ status: result?.status, said: result?.stderr }).toEqual({ status: 0, said: '' });
  });
});
