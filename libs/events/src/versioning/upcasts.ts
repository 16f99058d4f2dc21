/** Data of version n in, data of version n + 1 out. It must take every sample of version n that was ever stored. */
export type Upcast = (data: object) => object;

/** Upcast steps by what they start from: `OrderTaken@1`. */
export type Upcasts = Readonly<Record<string, Upcast>>;

/** Every step from an older version of an event to the next. None is ever removed: old events stay as they were stored. */
export const upcasts: Upcasts = {
  'CampaignCreated@1': withRegretWindow,
  'CampaignSettingsChanged@1': withRegretWindow,
  'OrderTaken@1': inSwedish,
  'OrderRegistered@1': asItWas,
  'OutcomeCorrected@1': withReplacementInSwedish,
  'NoteAdded@1': asItWas,
};

/** Version 2 may say something more, which version 1 had nothing of. */
function asItWas(data: object): object {
  return data;
}

/** Version 2 has a regret window; what was decided before had that of the rules. */
function withRegretWindow(data: object): object {
  // The cast: both events hold the settings whole, in every version.
  const { settings } = data as { readonly settings: object };
  return { ...data, settings: { ...settings, regretMinutes: 10 } };
}

/** Version 2 says in which language the order was read back. */
function inSwedish(data: object): object {
  return { ...data, language: 'sv' };
}

/** The replacement is a whole outcome, perhaps an order of version 1. */
function withReplacementInSwedish(data: object): object {
  // The cast: every version holds the replacement.
  const { replacement } = data as { readonly replacement: { readonly type: string; readonly data: object } };
  if (replacement.type !== 'OrderTaken') return data;
  return { ...data, replacement: { ...replacement, data: inSwedish(replacement.data) } };
}
