import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '../contracts/domain-event.js';
import type { EventMetadata } from '../store/recorded-event.js';
import { EventCodec } from './event-codec.js';
import type { StoredEvent } from './stored-event.js';
import type { Upcasts } from './upcasts.js';
import { EventNotWritable, EventUnreadable, UpcastsIncomplete } from './versioning.errors.js';

const metadataOf = (schema: string): EventMetadata => ({
  commandId: 'c1',
  $correlationId: 'c1',
  $causationId: 'c1',
  actor: 'a1',
  actorRole: 'caller',
  occurredAt: '2026-11-23T08:00:00.000Z',
  schema,
});

const stored = (type: string, schema: string, data = '{}'): StoredEvent => ({
  id: 'e1',
  streamId: 'door-1',
  type,
  revision: 4,
  position: 2n ** 60n,
  recordedAt: '2026-11-23T08:00:00.000Z',
  data,
  metadata: JSON.stringify(metadataOf(schema)),
});

const newEvent = (event: DomainEvent, schema: string) => ({ id: 'e1', event, metadata: metadataOf(schema) });

/** Every step notes where it started, so that a step left out, doubled or taken out of turn is seen. */
const noting = (newest: number): Upcasts =>
  Object.fromEntries(
    Array.from({ length: newest - 1 }, (_, index) => [
      `DoorOpened@${index + 1}`,
      (data: object) => ({ ...data, taken: [...(data as { taken: number[] }).taken, index + 1] }),
    ]),
  );

const doorCodec = (newest = 1): EventCodec => new EventCodec({ DoorOpened: { version: newest } }, noting(newest));

describe('an event codec', () => {
  test('reads back what it wrote', () => {
    const text = 'Åsa "Ö" \u0000 😀 \ud800 \u2028';
    const codec = doorCodec();
    const { data, metadata } = codec.encode(newEvent({ type: 'DoorOpened', data: { text } }, 'DoorOpened@1'));
    expect(codec.decode({ ...stored('DoorOpened', 'DoorOpened@1'), data, metadata })).toEqual({
      type: 'DoorOpened',
      data: { text },
      id: 'e1',
      streamId: 'door-1',
      revision: 4,
      position: 2n ** 60n,
      recordedAt: '2026-11-23T08:00:00.000Z',
      metadata: metadataOf('DoorOpened@1'),
    });
  });

  test('takes an event of any version through every later step, each once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (one, other) => {
        const [version, newest] = [Math.min(one, other), Math.max(one, other)];
        const { data } = doorCodec(newest).decode(stored('DoorOpened', `DoorOpened@${version}`, '{"taken":[]}'));
        expect(data).toEqual({ taken: Array.from({ length: newest - version }, (_, index) => version + index) });
      }),
    );
  });

  test('ends at the same data whether the steps are taken at once or with a rest at any version between', () => {
    const versions = fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10)).map((three) => three.sort((a, b) => a - b));
    fc.assert(
      fc.property(versions, ([from, rest, to]) => {
        const read = (codec: EventCodec, version: number, data: object) =>
          codec.decode(stored('DoorOpened', `DoorOpened@${version + 1}`, JSON.stringify(data))).data;
        const atOnce = read(doorCodec(to + 1), from, { taken: [] });
        const rested = read(doorCodec(rest + 1), from, { taken: [] });
        expect(read(doorCodec(to + 1), rest, rested)).toEqual(atOnce);
      }),
    );
  });

  test('writes the newest version of a known type only', () => {
    const codec = doorCodec(2);
    const opened = { type: 'DoorOpened', data: {} };
    expect(() => codec.encode(newEvent(opened, 'DoorOpened@1'))).toThrow(EventNotWritable);
    expect(() => codec.encode(newEvent({ type: 'DoorPainted', data: {} }, 'DoorPainted@1'))).toThrow(EventNotWritable);
    expect(codec.encode(newEvent(opened, 'DoorOpened@2')).type).toBe('DoorOpened');
  });

  test('refuses to read a type or a version that it does not know, and says where the event stands', () => {
    const place = { streamId: 'door-1', revision: 4, position: 2n ** 60n };
    const reading = (type: string, schema: string) => () => doorCodec().decode(stored(type, schema));
    expect(reading('DoorPainted', 'DoorPainted@1')).toThrow(
      expect.objectContaining({ ...place, name: 'EventUnreadable', reason: 'unknown-type', type: 'DoorPainted' }),
    );
    expect(reading('DoorOpened', 'DoorOpened@2')).toThrow(
      expect.objectContaining({ ...place, name: 'EventUnreadable', reason: 'unknown-version', type: 'DoorOpened' }),
    );
  });

  test('quotes nothing of an event that is not JSON, for it may be personal', () => {
    const reading = () => doorCodec().decode(stored('DoorOpened', 'DoorOpened@1', '{"name": Åsa'));
    expect(reading).toThrow(EventUnreadable);
    expect(reading).not.toThrow(/Åsa/);
  });

  test('refuses to start with a missing step and with a step of no use', () => {
    const started = (newest: number, upcasts: Upcasts) => () =>
      new EventCodec({ DoorOpened: { version: newest } }, upcasts);
    expect(started(3, { 'DoorOpened@2': (data) => data })).toThrow(new UpcastsIncomplete('DoorOpened@1', 'missing'));
    expect(started(1, noting(2))).toThrow(new UpcastsIncomplete('DoorOpened@1', 'of no use'));
    expect(started(1, { 'DoorPainted@1': (data) => data })).toThrow(UpcastsIncomplete);
  });
});
