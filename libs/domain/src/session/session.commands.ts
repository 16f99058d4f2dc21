import type { SessionStarted } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

export type StartSession = Command<'StartSession', Omit<SessionStarted['data'], 'startedAt'>>;
export type EndSession = Command<'EndSession', { endedBy: string }>;

export type SessionCommand = StartSession | EndSession;
