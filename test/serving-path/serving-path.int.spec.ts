import { repeatOnRealMongodb } from '../mongodb-protocol/real-server.js';

await repeatOnRealMongodb('the serving path on a real MongoDB server', () => import('./serving-path.spec.js'));
