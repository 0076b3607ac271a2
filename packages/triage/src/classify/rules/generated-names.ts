import type { Rule } from '../rule.js';

/** Ids and classes that libraries of components count up, or make of chance. */
const GENERATED =
  /\b(?:mui|react-aria|downshift|react-select|headlessui-[a-z-]{1,40}|radix|cdk-overlay|mat-[a-z-]{1,30})-:?[a-z]?\d\w*:?|\bmantine-[a-z0-9]{9}\b|\b(?:makeStyles|Mui[A-Z]\w{1,40})-\w{1,40}-\d+\b|:r[0-9a-z]{1,4}:|«r[0-9a-z]{1,4}»|_r_[0-9a-z]{1,4}_/g;

/** The two sides of an assertion, of a snapshot mostly, differ in ids alone that a library of components made. */
export const generatedNames: Rule = {
  id: 'generated-names',
  keywords: [
    'mui-',
    '-root-',
    'react-aria',
    'downshift-',
    'react-select-',
    'headlessui-',
    'radix-',
    'cdk-overlay-',
    'mat-input-',
    'mat-select-',
    'mat-option-',
    'mat-checkbox-',
    'mat-radio-',
    'mat-tab-',
    'mat-dialog-',
    'mantine-',
    'makeStyles-',
    'id=":r',
    'for=":r',
    'by=":r',
    'controls=":r',
    '="_r_',
  ],
  judge: ({ assertion }) => {
    const [expected, received] = [assertion?.expected, assertion?.received];
    if (expected === undefined || received === undefined || expected === received) return undefined;
    const shape = expected.replace(GENERATED, '<name>');
    if (shape === expected || shape !== received.replace(GENERATED, '<name>')) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'unrealistic-expectation',
      weight: 0.8,
      sentence:
        'Expected and received differ in generated ids or class names alone, which follow from what was rendered before.',
    };
  },
};
