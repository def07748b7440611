import { expect, it } from 'vitest'
import { checkSpec } from './spec.check.ts'
import { treeOf } from './test-tree.ts'

function faults(files: Readonly<Record<string, string>>): string[] {
  return checkSpec(treeOf(files)).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

it('[CHK-20] rules and tests that name one another stand, in every form of test', () => {
  const files = {
    'a/SPEC.md':
      '# Rules\n\n- ABC-1 One.\n- **ABC-2** Two.\n| ABC-3 | Three. |\nABC-4 Four.\n- ABC-5 Five.\n',
    'a/a.test.ts': `it('[ABC-1] one', () => {})
it.each([1])('[ABC-2, ABC-3] two of %d', () => {})
test.skipIf(true)(\`[ABC-4] four \${1}\`, () => {})
it.each\`a\`('[ABC-5] five', () => {})
`,
  }
  expect(faults(files)).toEqual([])
})

it('[CHK-20] an untested rule, an unknown rule and a title without rule are found', () => {
  const files = {
    'a/SPEC.md': '- ABC-1 One.\n- ABC-2 Two.\n',
    'a/a.test.ts': "it('[ABC-1] one', () => {})\nit('[ABC-9] nine', () => {})\nit('works', () => {})\n",
  }
  expect(faults(files)).toEqual([
    'a/SPEC.md:2 spec/untested',
    'a/a.test.ts:2 spec/unknown',
    'a/a.test.ts:3 spec/title',
  ])
})

it('[CHK-20] a rule that is only mentioned in a comment is untested', () => {
  const files = { 'a/SPEC.md': '- ABC-1 One.\n', 'a/a.test.ts': "// it('[ABC-1] one', () => {})\n" }
  expect(faults(files)).toEqual(['a/SPEC.md:1 spec/untested'])
})

it('[CHK-21] a number given twice and a prefix used in two places are found', () => {
  const files = {
    'a/SPEC.md': '- ABC-1 One.\n- ABC-1 One again.\n',
    'b/SPEC.md': '- ABC-2 Two.\n',
    'a/a.test.ts': "it('[ABC-1, ABC-2] both', () => {})\n",
  }
  expect(faults(files)).toEqual(['a/SPEC.md:2 spec/number', 'b/SPEC.md:1 spec/prefix'])
})
