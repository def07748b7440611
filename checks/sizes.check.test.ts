import { expect, it } from 'vitest'
import { checkSizes } from './sizes.check.ts'
import { treeOf } from './test-tree.ts'

function faults(files: Readonly<Record<string, string>>): string[] {
  return checkSizes(treeOf(files)).map(({ file, rule, message }) => `${file} ${rule} ${message}`)
}

const statements = (count: number) => Array.from({ length: count }, (_, index) => `  f(${index})\n`).join('')
const short = Array.from({ length: 40 }, (_, index) => `export const f${index} = () => ${index}\n`).join('')

it('[CHK-10] a function of 60 lines stands, one of 61 is found', () => {
  expect(faults({ 'a.ts': `${short}export function long() {\n${statements(58)}}\n` })).toEqual([])
  expect(faults({ 'a.ts': `${short}export function long() {\n${statements(59)}}\n` })).toEqual([
    'a.ts sizes/function long has 61 lines, the stop is 60',
  ])
})

it('[CHK-10] a component may have 120 lines', () => {
  const page = (count: number) => `${short}export function Page() {\n${statements(count - 2)}}\n`
  expect(faults({ 'a.tsx': page(120) })).toEqual([])
  expect(faults({ 'a.tsx': page(121) })).toEqual(['a.tsx sizes/function Page has 121 lines, the stop is 120'])
})

it('[CHK-10] blank lines, comments and named inner functions are not counted; callbacks are', () => {
  const inner = `  const inner = () => {\n${statements(40)}  }\n`
  const withInner = `${short}export function outer() {\n${'  // why\n\n'.repeat(30)}${inner}${statements(50)}}\n`
  expect(faults({ 'a.ts': withInner })).toEqual([])
  const withCallback = withInner
    .replace('const inner = () => {', 'list.map(() => {')
    .replace('  }\n', '  })\n')
  expect(faults({ 'a.ts': withCallback })).toEqual(['a.ts sizes/function outer has 94 lines, the stop is 60'])
})

it('[CHK-10] the body of a test is a function too, the block around tests is not', () => {
  const test = `it('[A-1] shows', () => {\n${statements(70)}})\n`
  expect(faults({ 'a.test.ts': `describe('a', () => {\n${test}})\n` })).toEqual([
    "a.test.ts sizes/function '[A-1] shows' has 72 lines, the stop is 60",
  ])
})

it('[CHK-11] four positional parameters are found; three, one object and the rows of a test are not', () => {
  const files = {
    'a.ts': 'export const three = (a, b, { c, d, e }) => a\nexport const four = (a, b, c, d) => a\n',
  }
  expect(faults(files)).toEqual(['a.ts sizes/parameters four takes 4 positional parameters'])
})

it('[CHK-12] a file of 401 lines is found', () => {
  const lines = (count: number) => 'export {}\n'.repeat(count)
  const others = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`b${index}.ts`, 'export {}\n']))
  expect(faults({ ...others, 'a.ts': lines(400) })).toEqual([])
  expect(faults({ ...others, 'a.ts': lines(401) })).toEqual([
    'a.ts sizes/file the file has 401 lines, the stop is 400',
  ])
})

it('[CHK-12] a median of functions above 10 and a 90th percentile of files above 250 are found', () => {
  const eleven = `export function f() {\n${statements(9)}}\n`
  const files = { 'a.ts': eleven, 'b.ts': eleven, 'c.ts': 'export {}\n'.repeat(251) }
  expect(faults(files)).toEqual([
    '. sizes/share the median of functions is 11 lines, it may be 10',
    '. sizes/share the 90th percentile of files is 251 lines, it may be 250',
  ])
})
