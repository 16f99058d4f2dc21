/** What somebody asks for, imperative; what its data holds is what the decision needs, `now` among it. */
export interface Command<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}
