/** Data of version n in, data of version n + 1 out. It must take every sample of version n that was ever stored. */
export type Upcast = (data: object) => object;

/** Upcast steps by what they start from: `OrderTaken@1`. */
export type Upcasts = Readonly<Record<string, Upcast>>;

/** Every step from an older version of an event to the next. None is ever removed: old events stay as they were stored. */
export const upcasts: Upcasts = {};
