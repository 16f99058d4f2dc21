import type { CaseRaised } from '#events/contracts/index';

export type Bounce = NonNullable<CaseRaised['data']['bounce']>;

/** RFC 3463: class 4 says that the same mail may arrive another day; everything else, and silence, that it will not. */
export const bounceOf = (status: string | undefined): Bounce => ({
  kind: status?.startsWith('4') ? 'soft' : 'hard',
  ...(status !== undefined && { status }),
});
