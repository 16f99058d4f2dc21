export type * from './contracts/index.js';
export { eventContracts } from './contracts/index.js';
export type { Cause } from './deciding/cause.js';
export type { Decider } from './deciding/decider.js';
export * from './deciding/decision-runner.js';
export * from './store/event-store.js';
export * from './store/event-store.errors.js';
export type * from './store/recorded-event.js';
