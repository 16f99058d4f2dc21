/** What a column of a file may hold. A cell of `phone` may hold several numbers; further columns of them have fields of their own. */
export const IMPORT_FIELDS = [
  'name',
  'companyNumber',
  'legalName',
  'phone',
  'phone2',
  'phone3',
  'phone4',
  'street',
  'postcode',
  'city',
  'email',
  'website',
  'contactFirstName',
  'contactLastName',
  'contactName',
  'contactRole',
  'externalId',
  'existingCustomerNumber',
  'priority',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

export const PHONE_FIELDS = ['phone', 'phone2', 'phone3', 'phone4'] as const satisfies readonly ImportField[];

/** Our field → heading of the file. */
export type Mapping = Readonly<Partial<Record<ImportField, string>>>;

export const isImportField = (text: string): text is ImportField => IMPORT_FIELDS.some((field) => field === text);
