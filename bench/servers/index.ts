import { append } from './append.js';
import { projector } from './projector.js';
import type { ServerRow } from './row.js';
import { saveAndNext } from './save-and-next.js';
import { takeover } from './takeover.js';

/** In the order in which they are measured and shown; the first has the log without a namespace, so that what others seed must not stand in it. */
export const SERVER_ROWS: readonly ServerRow[] = [saveAndNext, append, projector, takeover];
