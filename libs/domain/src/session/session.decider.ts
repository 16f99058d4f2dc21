import type { Instant, SessionEvent, SessionStarted } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { EndSession, SessionCommand, StartSession } from './session.commands.js';
import { SessionExists, SessionUnknown } from './session.errors.js';

/** One sign-in. */
export type Session =
  { readonly status: 'unstarted' } | ({ readonly status: 'started' | 'ended' } & SessionStarted['data']);

export type StartedSession = Extract<Session, SessionStarted['data']>;

/** Ended by nobody, and not yet expired. */
export const isLive = (session: Session, now: Instant): session is StartedSession =>
  session.status === 'started' && now < session.expiresAt;

function start({ now, ...session }: StartSession['data'], { status }: Session): SessionEvent[] {
  if (status !== 'unstarted') throw new SessionExists();
  return [{ type: 'SessionStarted', data: { ...session, startedAt: now } }];
}

function end({ now, endedBy }: EndSession['data'], { status }: Session): SessionEvent[] {
  if (status === 'unstarted') throw new SessionUnknown();
  return status === 'ended' ? [] : [{ type: 'SessionEnded', data: { endedBy, endedAt: now } }];
}

function decide(command: SessionCommand, session: Session): SessionEvent[] {
  switch (command.type) {
    case 'StartSession':
      return start(command.data, session);
    case 'EndSession':
      return end(command.data, session);
  }
}

function evolve(session: Session, { type, data }: SessionEvent): Session {
  switch (type) {
    case 'SessionStarted':
      return { status: 'started', ...data };
    case 'SessionEnded':
      return session.status === 'unstarted' ? session : { ...session, status: 'ended' };
  }
}

export const sessionDecider: Decider<Session, SessionCommand, SessionEvent> = {
  initial: { status: 'unstarted' },
  evolve,
  decide,
};
