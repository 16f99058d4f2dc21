import type { Position } from '#events/store/recorded-event';
import { ViewUnavailable } from './read-store.errors.js';
import type { ReadStore } from './read-store.js';
import type { View } from './view.js';

/** Absent while the first version is being built. */
export async function checkpointIfShown(views: ReadStore, view: View): Promise<Position | undefined> {
  try {
    return await views.checkpoint(view);
  } catch (error) {
    if (error instanceof ViewUnavailable) return undefined;
    throw error;
  }
}
