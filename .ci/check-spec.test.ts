import { expect, test } from 'vitest';
import { specFaults } from './check-spec.ts';

const spec = `# Rules\n- **PH1** In order.\n- **PH2** Only the therapist.\n  A second line that mentions **AL9** and PH1.\n- **AL10** Always.\n`;
const faults = (...tests: string[]) =>
  specFaults(spec, new Map(tests.map((text, index) => [`${index}.test.ts`, text])));

test('every rule in a title, in any of the forms, is no fault', () => {
  expect(faults(`test('[PH1] in order', …)`, `test.each([1])("PH2, AL10: %s", …)`)).toEqual([]);
  expect(faults('describe(`[PH1 PH2]`', `it('AL10: always'`)).toEqual([]);
});

test('a rule without a test is a fault, and a mention elsewhere does not count', () => {
  expect(faults(`// AL10\ntest('[PH1] a'); test('keeps PH2: b')`)).toEqual([
    'PH2 stands in no test title',
    'AL10 stands in no test title',
  ]);
});

test('PH1 does not count for PH10, nor AL1 for AL10', () => {
  expect(faults(`test('[PH1] a'); test('[PH2] b'); test('[AL1] c')`)).toEqual([
    'AL1 is in a test title of 0.test.ts, but not in docs/SPEC.md',
    'AL10 stands in no test title',
  ]);
});

test('a number given twice is a fault', () => {
  expect(specFaults('- **PH1** a\n- **PH1** b\n', new Map([['a', `'PH1: a'`]]))).toEqual([
    'PH1 is given to two rules in docs/SPEC.md',
  ]);
});
