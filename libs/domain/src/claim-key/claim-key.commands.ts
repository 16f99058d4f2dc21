import type { Command } from '../shared/command.js';

export type ClaimKey = Command<'ClaimKey', { holderId: string }>;
