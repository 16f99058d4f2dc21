import { describe, expect, test } from '@jest/globals';
import { foldOf } from '#domain/shared/decider';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { StandingOrder } from '#domain/order-life/order';
import { aForm, registered } from '#domain/order-life/testing/order-story';
import type { OrderForm, OrderRow, SeasonName } from '#events/contracts/index';
import { letterOf } from './letter.js';

const [ROW] = aForm().rows;
const SELLER = {
  name: 'Reklamhuset & Co AB',
  companyNumber: '556036-0793',
  address: 'Storgatan 1, 111 22 Stockholm',
  email: 'order@reklamhuset.example',
  phone: '08-123 456 78',
};

const row = (changes: Partial<OrderRow>): OrderRow => ({
  product: 'Diplom',
  productClass: 'advertising',
  kind: 'single',
  oncePerYear: false,
  listPriceOre: 120_000,
  packageOre: 120_000,
  vatPercent: 25,
  vatOre: 30_000,
  ...ROW,
  ...changes,
});

const orderOf = (changes: Partial<OrderForm> = {}, language: 'sv' | 'en' = 'sv'): StandingOrder => {
  const state = foldOf(orderDecider, [registered(changes)]);
  if (state.status === 'unregistered') throw new Error('the order was registered');
  return { ...state, agreed: { ...state.agreed, language } };
};

describe('R17: the thank-you mail', () => {
  test('R17: says what was bought, price, VAT and terms, and who we are', () => {
    const { subject, text, html } = letterOf(orderOf({ contactFirstName: 'Åsa', termsDays: 30 }), SELLER);
    expect(subject).toBe('Tack för er beställning – Reklamhuset & Co AB');
    for (const words of ['Hej Åsa!', '2026-11-23', 'exklusive moms', '30 dagars betalningstid', '556036-0793']) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(text.endsWith('08-123 456 78, order@reklamhuset.example\n')).toBe(true);
  });

  test('R17: is written in the language of the order', () => {
    const { subject, text, html } = letterOf(orderOf({}, 'en'), SELLER);
    expect(subject).toMatch(/^Thank you/);
    expect(text).toContain('excluding VAT');
    expect(html).toContain('lang="en"');
  });

  test('R17: of a renewal says that the order goes on for the season, not that one was made that day', () => {
    const renewed = (language: 'sv' | 'en', season: SeasonName): StandingOrder => {
      const { origin, ...order } = orderOf({}, language);
      return { ...order, origin: { ...origin, channel: 'renewal', renewal: { season, of: ['o1'] } } };
    };
    const spring = letterOf(renewed('sv', '2027-spring'), SELLER);
    expect(spring.subject).toBe('Er löpande beställning är förnyad – Reklamhuset & Co AB');
    for (const words of [spring.text, spring.html]) {
      expect(words).toContain('Er löpande beställning har förnyats för våren 2027. Det här ingår:');
      expect(words).not.toMatch(/Tack för er beställning|kom vi överens|2026-11-23/);
    }
    expect(letterOf(renewed('sv', '2027-autumn'), SELLER).text).toContain('för hösten 2027.');
    const autumn = letterOf(renewed('en', '2027-autumn'), SELLER);
    expect(autumn.subject).toBe('Your recurring order has been renewed – Reklamhuset & Co AB');
    expect(autumn.text).toContain('Your recurring order has been renewed for autumn 2027. It comprises:');
    expect(letterOf(renewed('en', '2028-spring'), SELLER).html).toContain('for spring 2028.');
  });

  test('R11: explains how to send the logo from the 2400 package, whichever row it is', () => {
    const small = row({ listPriceOre: 239_900, packageOre: 120_000 });
    const large = row({ listPriceOre: 240_000, packageOre: 240_000 });
    expect(letterOf(orderOf({ rows: [small] }), SELLER).text).not.toContain('logotyp');
    expect(letterOf(orderOf({ rows: [small, large] }), SELLER).text).toContain('logotyp');
    expect(letterOf(orderOf({ rows: [large] }, 'en'), SELLER).html).toContain('attach the logo');
  });

  test('shows what customers typed as text, never as HTML', () => {
    const { text, html } = letterOf(orderOf({ contactFirstName: '<img src=x> & "Bo"' }), SELLER);
    expect(html).toContain('&lt;img src=x&gt; &amp; &quot;Bo&quot;');
    expect(html).toContain('Reklamhuset &amp; Co AB');
    expect(text).toContain('Hej <img src=x> & "Bo"!');
  });

  test('says nothing of what the seller has not told', () => {
    const { text } = letterOf(orderOf(), { name: 'Återkom' });
    expect(text).not.toContain('undefined');
    expect(text.endsWith('Med vänlig hälsning\nÅterkom\n')).toBe(true);
  });
});
