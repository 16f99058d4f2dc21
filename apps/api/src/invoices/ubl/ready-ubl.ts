/** The XML libraries are loaded with the first document that needs them: a caller's first card does not wait for them. */
export const readyUbl = async () => await import('./checked-ubl.js');
