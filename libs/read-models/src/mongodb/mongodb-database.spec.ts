import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Document } from 'mongodb';
import { startViewsServer, type ViewsServer } from '../../../../test/mongodb-protocol/views-server.js';
import { MongodbDatabase } from './mongodb-database.js';

const WRITES = ['insert', 'update', 'delete', 'createIndexes', 'drop'];
const READS = ['find', 'aggregate'];

describe('what is asked of MongoDB', () => {
  let server: ViewsServer;

  beforeAll(async () => {
    server = await startViewsServer({ isReplicaSet: true });
  });

  afterAll(() => server.close());

  async function sentTo(options: string): Promise<readonly Document[]> {
    const url = server.urlOf(`asked-${randomUUID()}`);
    const commands: Document[] = [];
    const onCommand = (command: Document): unknown => commands.push(command);
    const database = new MongodbDatabase(`${url}${url.includes('?') ? '&' : '?'}${options}`, { onCommand });
    const things = database.collection<{ _id: string; n?: number }>('things');
    await database.ask(async () => {
      await things.insertOne({ _id: 'a' });
      await things.updateOne({ _id: 'a' }, { $set: { n: 1 } });
      await things.bulkWrite([{ replaceOne: { filter: { _id: 'a' }, replacement: { n: 2 } } }]);
      await things.createIndexes([{ key: { n: 1 } }]);
      await things.findOne({ _id: 'a' });
      await things.countDocuments({ n: 2 });
      await things.deleteMany({ _id: 'a' });
      await things.drop();
    });
    await database.close();
    return commands;
  }

  test.each([
    '',
    'w=1',
    'w=0',
    'journal=false',
    'wtimeoutMS=5',
    'readConcernLevel=local',
    'readPreference=secondaryPreferred',
    'w=1&journal=false&wtimeoutMS=5&readConcernLevel=available&readPreference=nearest',
  ])('is written to a majority and its disks, and read from there, whatever the URL says: %p', async (options) => {
    const commands = await sentTo(options);
    const named = (names: readonly string[]): Document[] => commands.filter((one) => names.some((name) => name in one));
    expect(named(WRITES)).toHaveLength(6);
    for (const write of named(WRITES)) expect(write).toMatchObject({ writeConcern: { w: 'majority', j: true } });
    for (const write of named(WRITES)) expect(write).not.toHaveProperty('writeConcern.wtimeout');
    expect(named(READS)).toHaveLength(2);
    for (const read of named(READS)) expect(read).toMatchObject({ readConcern: { level: 'majority' } });
    for (const read of named(READS)) expect(read).not.toHaveProperty('$readPreference');
  });
});
