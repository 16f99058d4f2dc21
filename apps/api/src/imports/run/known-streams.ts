import type { AterkomEvent } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { Decider } from '#events/deciding/decider';
import type { Decision, DecisionRunner } from '#events/deciding/decision-runner';
import { toNewEvents } from '#events/deciding/new-events';
import { AppendOutcomeUnknown, RevisionConflict } from '#events/store/event-store.errors';
import type { EventStore, ExpectedRevision } from '#events/store/event-store';

/** What the caller knows of a stream already: that it is new, or what it appended last. */
export interface KnownStream<State> {
  readonly streamId: string;
  readonly state: State;
  readonly revision: ExpectedRevision;
}

export const newStream = <State>(streamId: string, { initial }: { readonly initial: State }): KnownStream<State> => ({
  streamId,
  state: initial,
  revision: 'no-stream',
});

/** Decides without reading what is known; where somebody else has appended meanwhile, the runner reads and decides anew. */
export class KnownStreams {
  constructor(
    private readonly store: EventStore,
    private readonly decisions: DecisionRunner,
  ) {}

  async run<State, Command extends object, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    { streamId, state: before, revision: expected }: KnownStream<State>,
    command: Command,
    cause: Cause,
  ): Promise<Decision<State, E>> {
    const events = decider.decide(command, before);
    if (events.length === 0) return { events, state: before, revision: expected, repeated: false };
    try {
      const newEvents = toNewEvents(events, cause);
      const { revision, position } = await this.store.append(streamId, newEvents, expected);
      const state = events.reduce((folded, event) => decider.evolve(folded, event), before);
      return { events, state, revision, position, repeated: false };
    } catch (error) {
      if (!(error instanceof RevisionConflict || error instanceof AppendOutcomeUnknown)) throw error;
      return this.decisions.run(decider, streamId, command, cause);
    }
  }
}
