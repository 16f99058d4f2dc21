import { describe, expect, test } from '@jest/globals';
import { acceptOrderForm } from './accept-order-form.js';
import { OrderFormRefused, OrderNeedsConfirmation } from './order-form.errors.js';
import type { OrderFormInput } from './order-form-input.js';
import { NOW, aForm, aRow } from './testing/order-forms.js';

const accept = (changes: Partial<OrderFormInput>, previousOrderInRound = false) =>
  acceptOrderForm(aForm(changes), { now: NOW, previousOrderInRound, webAddressFromOre: 120_000 }, 'sv');

function refusalOf(changes: Partial<OrderFormInput>, previousOrderInRound = false): unknown {
  try {
    return accept(changes, previousOrderInRound);
  } catch (refusal) {
    return refusal;
  }
}

describe('accepting an order form', () => {
  test('R10: without errors and warnings needs no confirmation', () => {
    const { order, confirmedWarnings, readBack } = accept({});
    expect(order).toMatchObject({ legalName: 'Lärande i Huddinge AB', totalOre: 120_000 });
    expect(confirmedWarnings).toEqual([]);
    expect(readBack).toContain('Lärande i Huddinge AB');
  });

  test('R10: with errors is refused with all of them, and the warnings beside', () => {
    const refusal = refusalOf({ legalName: 'lärande ab', termsDays: 20, rows: [] });
    expect(refusal).toBeInstanceOf(OrderFormRefused);
    expect(refusal).toMatchObject({
      code: 'order.form-refused',
      errors: [{ field: 'termsDays' }, { field: 'rows' }],
      warnings: [{ field: 'legalName' }],
    });
  });

  test('R19: a warning that nobody confirmed comes back, one that was confirmed does not', () => {
    const odd = { legalName: 'lärande ab', rows: [aRow({ listPriceOre: 199_000 })] };
    expect(refusalOf(odd)).toBeInstanceOf(OrderNeedsConfirmation);
    expect(refusalOf({ ...odd, confirmedWarnings: ['order.odd-price'] })).toMatchObject({
      code: 'order.needs-confirmation',
      warnings: [{ code: 'order.name-in-lower-case', field: 'legalName' }],
    });
    const confirmedWarnings = ['order.odd-price', 'order.name-in-lower-case'];
    expect(accept({ ...odd, confirmedWarnings }).order.legalName).toBe('lärande ab');
  });

  test('R19: only what was there to confirm is kept, once', () => {
    const confirmed = accept({
      contactFirstName: 'anna',
      contactLastName: 'öberg',
      confirmedWarnings: ['order.name-in-lower-case', 'order.odd-price'],
    });
    expect(confirmed.confirmedWarnings).toEqual(['order.name-in-lower-case']);
  });

  test('R10: an error cannot be confirmed away', () => {
    expect(refusalOf({ termsDays: 20, confirmedWarnings: ['order.terms-not-offered'] })).toBeInstanceOf(
      OrderFormRefused,
    );
  });

  test('a second order in the round needs the confirmation', () => {
    expect(refusalOf({}, true)).toMatchObject({ warnings: [{ code: 'order.second-in-round' }] });
    expect(accept({ confirmedWarnings: ['order.second-in-round'] }, true).confirmedWarnings).toHaveLength(1);
  });

  test('refusals hold no typed value', () => {
    const typed = { legalName: 'hemligt namn', companyNumber: '510217-9975', email: 'hemlig@gmial.com', termsDays: 1 };
    const refusal = refusalOf(typed) as OrderFormRefused;
    expect(`${JSON.stringify(refusal.facts)}${refusal.message}`).not.toMatch(/hemlig|510217/);
  });
});
