import { parse, v5 as uuidv5 } from 'uuid';

const CASES_NAMESPACE = parse('5d0f7a3e-8a41-5c0b-9a0e-7c3d2b1f4e60');

/** The same key is the same case, whichever process raises it and however often. */
export const caseIdOf = (key: string): string => uuidv5(Buffer.from(key), CASES_NAMESPACE);
