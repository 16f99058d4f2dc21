import { repeatOnRealMongodb } from '../../../../test/mongodb-protocol/real-server.js';

await repeatOnRealMongodb('the oracle on a real MongoDB server', () => import('./mongodb-oracle.spec.js'));
