import { repeatOnRealMongodb } from '../../../../test/mongodb-protocol/real-server.js';

await repeatOnRealMongodb('the read store on a real MongoDB server', () => import('./mongodb-read-store.spec.js'));
