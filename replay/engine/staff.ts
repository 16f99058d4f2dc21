import type { ApiClient } from './api-client.js';
import { atMost } from './at-most.js';
import { openAccount, type Role, type Signed } from './sign-in.js';

/** Passwords are hashed by the engine's thread pool; more at a time would only queue there. */
const SIGNING_IN = 4;

/** One account for each name, all signed in. Answers in the order of the names. */
export type Hire = (admin: ApiClient, role: Role, names: readonly string[]) => Promise<readonly Signed[]>;

export const hire: Hire = (admin, role, names) => atMost(SIGNING_IN, names, (name) => openAccount(admin, name, role));
