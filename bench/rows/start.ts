import { SeededCaller } from '../harness/caller-conversation.js';
import { Connections } from '../harness/http-load.js';
import { median } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';
import { MILLION, millionCards } from '../seed/million.js';
import { startProduct } from '../server/start-product.js';

const ROUNDS = 5;

/** From the command until a caller has a card on screen, in seconds. */
async function startAndServe(folder: string, caller: number): Promise<number> {
  const began = performance.now();
  const product = await startProduct(folder);
  const connections = new Connections(product.told, 1);
  try {
    await new SeededCaller(caller).sitDown(connections.send);
    return (performance.now() - began) / 1000;
  } finally {
    await connections.close();
    await product.stop();
  }
}

export const start: BenchRow = {
  name: 'start',
  async measure(run) {
    const folder = await millionCards(run);
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) seconds.push(await startAndServe(folder, round));
    return [
      {
        what: `start with ${MILLION.toLocaleString('en')} cards until the first one is served`,
        figure: { amount: median(seconds), unit: 's' },
        reach: { kind: 'below', bound: { amount: 2, unit: 's' } },
      },
    ];
  },
};
