import type { Position } from '#events/store/recorded-event';

/** The views have not passed the event in time: a reactor would overlook what they do not show yet. */
export class ViewsBehind extends Error {
  override readonly name = 'ViewsBehind';
  constructor() {
    super('the views have not passed the event in time');
  }
}

/** A subscription may hang without an error. */
export class SubscriptionSilent extends Error {
  override readonly name = 'SubscriptionSilent';
  constructor(readonly position: Position) {
    super(`the log has grown beyond ${position}, and the subscription says nothing`);
  }
}
