import { describe, expect, test } from '@jest/globals';
import { Connections } from './connections.js';
import { PowerCuts } from './power-cuts.js';

describe('power cuts', () => {
  test('come evenly over the work, and nothing goes out before the time has been told again', async () => {
    const connections = new Connections(['http://127.0.0.1:1'], 1);
    const happened: string[] = [];
    const engine = { killAndStartAgain: () => Promise.resolve(void happened.push('killed')) };
    const clock = { tellAgain: () => Promise.resolve(void happened.push('time told')) };
    const cuts = new PowerCuts(2, 9, { engine, connections, clock });
    const counts: number[] = [];
    for (let call = 0; call < 9; call += 1) {
      cuts.onCall();
      counts.push(cuts.made);
      await connections.open;
    }
    await cuts.over();
    expect(counts).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2]);
    expect(happened).toEqual(['killed', 'time told', 'killed', 'time told']);
    await connections.close();
  });

  test('that the engine does not survive are told', async () => {
    const connections = new Connections(['http://127.0.0.1:1'], 1);
    const engine = { killAndStartAgain: () => Promise.reject(new Error('it stays away')) };
    const cuts = new PowerCuts(1, 2, { engine, connections, clock: { tellAgain: () => Promise.resolve() } });
    cuts.onCall();
    await expect(cuts.over()).rejects.toThrow('it stays away');
    await connections.open;
    await connections.close();
  });
});
