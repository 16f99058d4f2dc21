import { eventContracts } from '../contracts/index.js';
import { EventCodec } from './event-codec.js';
import { upcasts } from './upcasts.js';

/** The codec of every event type that may stand in the log. */
export const aterkomCodec = new EventCodec(eventContracts, upcasts);
