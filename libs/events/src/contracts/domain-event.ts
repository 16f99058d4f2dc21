/** ISO 8601 in UTC with milliseconds: `2026-11-23T08:00:00.000Z`. Compares as text in time order. */
export type Instant = string;

/** A calendar day in Europe/Stockholm: `2026-11-23`. */
export type LocalDate = string;

/** What the customer is spoken and written to in. */
export type Language = 'sv' | 'en';

/** A promised time as instant plus zone plus wall time, so that a later change of the zone's rules can be seen. */
export interface PromisedTime {
  readonly at: Instant;
  readonly zone: 'Europe/Stockholm';
  /** Local wall time without offset: `2026-11-23T09:00`. */
  readonly wall: string;
}

/** A fact: what became true, as plain data. The type name and the field names are the storage format. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Whose personal data a field holds; the store can encrypt per subject without a new version of the event. */
export type PersonalSubject = 'contact' | 'sole-trader' | 'caller';

/**
 * What the store must know of an event type beside its shape.
 * `personal` maps a field path (`contact.firstName`, `numbers.*.e164`) to whose data it is; `{}` says that there is none.
 */
export interface EventContract {
  readonly version: number;
  readonly personal: Readonly<Record<string, PersonalSubject>>;
}

/** One contract for every event type of a union: a forgotten type does not compile. */
export type ContractsOf<E extends DomainEvent> = Readonly<Record<E['type'], EventContract>>;

export const NOTHING_PERSONAL: EventContract = { version: 1, personal: {} };
