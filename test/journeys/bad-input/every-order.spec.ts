import { describe, expect, it } from '@jest/globals';
import { everyRoute } from '../../../services/gateway/test/every-route.ts';
import { triedOrders, untried } from './every-order.ts';

/** Fewer were not the whole platform. */
const ORDERS_LEAST = 230;

const orders = everyRoute.filter(({ method }) => method !== 'GET');

describe('every order that the platform takes', () => {
  it('is tried with bad input by a row of its own', () => {
    expect(orders.length).toBeGreaterThan(ORDERS_LEAST);
    expect(untried(orders, triedOrders())).toEqual([]);
  });

  it('a new order without a row is found, also below one that has a row', () => {
    const added = [
      { method: 'POST', path: '/v1/entries/{entryId}/declare' },
      { method: 'POST', path: '/v1/entries/{entryId}/declare/again' },
      { method: 'DELETE', path: '/v1/entries/{entryId}' },
    ];
    expect(untried(added, triedOrders())).toEqual([
      'POST /v1/entries/{entryId}/declare/again',
      'DELETE /v1/entries/{entryId}',
    ]);
  });
});
