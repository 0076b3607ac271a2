import { describe, expect, it } from 'vitest';
import { facade, facadeTypes, importOnly } from '../build/facade.mjs';

describe('facade', () => {
  it('lists every name, sorted', () => {
    expect(facade('index', ['second', 'first'])).toBe(
      "export {\n  first,\n  second,\n} from './index.js';\n",
    );
  });

  it("hands on the CommonJS module's own default, not the whole of its exports", () => {
    expect(facade('reporter', ['default', 'name'])).toBe(
      "import cjs from './reporter.js';\nexport default cjs.default;\nexport {\n  name,\n} from './reporter.js';\n",
    );
  });

  it('still executes a module that exports nothing', () => {
    expect(facade('setup', [])).toBe("import './setup.js';\n");
  });
});

describe('facadeTypes', () => {
  it('marks what is only a type', () => {
    const exported = [
      { name: 'Options', typeOnly: true },
      { name: 'create', typeOnly: false },
    ];
    expect(facadeTypes('index', exported)).toBe(
      "export {\n  type Options,\n  create,\n} from './index.js';\n",
    );
  });

  it('finds the default under Node’s and under bundlers’ view of a CommonJS declaration', () => {
    const text = facadeTypes('reporter', [{ name: 'default', typeOnly: false }]);
    expect(text).toContain("import * as cjs from './reporter.js';");
    expect(text).toMatch(/export default own;\n$/);
    expect(text).not.toContain('cjs.default');
  });

  it('is a module even without exports', () => {
    expect(facadeTypes('setup', [])).toBe('export {};\n');
  });
});

describe('importOnly', () => {
  it('throws on require, and says what to do', () => {
    const load = new Function(importOnly('@holdfast/vitest/setup'));
    expect(load).toThrow('@holdfast/vitest/setup must be loaded with import');
  });
});
