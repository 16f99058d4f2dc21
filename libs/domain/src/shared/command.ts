import type { Instant } from '#events/contracts/index';

/** What somebody asks for: the imperative, and what its decision needs. `now` comes from the injected clock. */
export interface Command<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data> & { readonly now: Instant };
}
