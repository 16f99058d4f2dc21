import type { InstallationCreated } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

export type CreateInstallation = Command<'CreateInstallation', Omit<InstallationCreated['data'], 'createdAt'>>;
