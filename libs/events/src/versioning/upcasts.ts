/** Data of version n in, data of version n + 1 out. It must take every sample of version n that was ever stored. */
export type Upcast = (data: object) => object;

/** Upcast steps by what they start from: `OrderTaken@1`. */
export type Upcasts = Readonly<Record<string, Upcast>>;

/** Every step from an older version of an event to the next. None is ever removed: old events stay as they were stored. */
export const upcasts: Upcasts = {
  'CampaignCreated@1': withRegretWindow,
  'CampaignSettingsChanged@1': withRegretWindow,
};

/** Version 2 has a regret window; what was decided before had that of the rules. */
function withRegretWindow(data: object): object {
  // The cast: both events hold the settings whole, in every version.
  const { settings } = data as { readonly settings: object };
  return { ...data, settings: { ...settings, regretMinutes: 10 } };
}
