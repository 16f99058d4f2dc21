import { repeatOnRealMongodb } from '../../../../test/mongodb-protocol/real-server.js';

await repeatOnRealMongodb(
  'the progress of the reactors on a real MongoDB server',
  () => import('./mongodb-reactor-progress.spec.js'),
);
