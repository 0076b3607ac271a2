import { describe, expect, it } from 'vitest';
import { productPlace } from '../../src/report/product-place.js';
import { reportRoot } from '../../src/report/report-root.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const rowsOf = (...frames: readonly string[]) =>
  reportOf([
    failureOf({ name: 'TypeError', message: 'x', stack: ['TypeError: x', ...frames].join('\n    at ') }),
  ]).failures;

const NODE = 'JSON.parse (<anonymous>)';
const DEPENDENCY = 'query (/srv/app/node_modules/pg/lib/client.js:7:3)';
const PRODUCT = 'total (/srv/app/src/cart.ts:3:3)';
const TEST = '/srv/app/tests/orders.test.ts:12:3';

describe('the place in the product', () => {
  it('is the innermost code of the user’s own, from the project’s root where the stack shows it', () => {
    expect(productPlace(rowsOf(NODE, DEPENDENCY, PRODUCT, TEST))).toBe('src/cart.ts:3');
    expect(productPlace(rowsOf(PRODUCT))).toBe('…/app/src/cart.ts:3');
  });

  it('is not known where the innermost code is a test’s', () => {
    expect(productPlace(rowsOf(TEST, PRODUCT))).toBeUndefined();
    expect(productPlace(rowsOf(DEPENDENCY))).toBeUndefined();
    expect(productPlace([])).toBeUndefined();
  });

  it('comes from another failure of the incident, where the first one does not show it', () => {
    expect(productPlace([...rowsOf(TEST), ...rowsOf(PRODUCT, TEST)])).toBe('src/cart.ts:3');
  });

  it('is told by the root that another failure of the run gives away: a folder named tests above it says nothing', () => {
    const callback = rowsOf('Timeout._onTimeout (/srv/e2e/tests/shop/src/mailer.ts:11:3)');
    const other = rowsOf('/srv/e2e/tests/shop/tests/orders.test.ts:12:3');
    expect(productPlace(callback)).toBeUndefined();
    expect(reportRoot(callback)).toBeUndefined();
    expect(reportRoot([...callback, ...other])).toBe('/srv/e2e/tests/shop/');
    expect(productPlace(callback, reportRoot([...callback, ...other]))).toBe('src/mailer.ts:11');
  });
});
