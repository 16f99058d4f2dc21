// Every stream is named here. Names are the storage format: never change one.
// `hmac` is the keyed hash of a normalised value, so that nothing personal stands in a name.

export const cardStream = (cardId: string): string => `card-${cardId}`;
export const numberStream = (hmac: string): string => `number-${hmac}`;
export const companyStream = (companyId: string): string => `company-${companyId}`;
export const orderStream = (orderId: string): string => `order-${orderId}`;
export const caseStream = (caseId: string): string => `case-${caseId}`;
/** One for each event that a webhook is told of. */
export const webhookStream = (eventId: string): string => `webhook-${eventId}`;
/** There is one series of invoice numbers, so that none is missing. */
export const invoiceSeriesStream = (): string => 'invoiceseries-this';
export const invoiceRunStream = (issuedOn: string): string => `invoicerun-${issuedOn}`;
export const campaignStream = (campaignId: string): string => `campaign-${campaignId}`;
export const accountStream = (accountId: string): string => `account-${accountId}`;
export const sessionStream = (sessionId: string): string => `session-${sessionId}`;
/** The priority locks that a caller holds (R24). */
export const callerStream = (accountId: string): string => `caller-${accountId}`;
export const importStream = (importId: string): string => `import-${importId}`;

export const companyNumberKeyStream = (hmac: string): string => `companynumber-${hmac}`;
export const workplaceKeyStream = (hmac: string): string => `workplace-${hmac}`;
export const externalIdKeyStream = (hmac: string): string => `externalid-${hmac}`;
export const usernameKeyStream = (hmac: string): string => `username-${hmac}`;

/** There is one installation per store. */
export const installationStream = (): string => 'installation-this';
