/** The same without the keys that hold nothing, so that an event does not either. */
export const withoutAbsent = <T extends object>(fields: T): T =>
  // The cast: only keys that the type allows to be absent hold undefined.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
