import unit from './jest.config.mjs';

/** Tests against real servers; each file says when it was skipped and why. */
export default { ...unit, testRegex: '\\.int\\.spec\\.ts$' };
