import type { Finding } from './finding.ts'
import { type MeasuredFunction, measuredFunctions } from './measured-function.ts'
import { parsedFile } from './parsed-file.ts'
import { codePaths, isTest, type SourceTree } from './source-tree.ts'

export const sizeLimits = {
  functionMedian: 10,
  function90: 35,
  function: 60,
  component: 120,
  file90: 250,
  file: 400,
  parameters: 3,
} as const

/** Holds functions, files and parameter lists to the sizes of HOUSE.md. */
export function checkSizes(tree: SourceTree): Finding[] {
  const functions = codePaths(tree).flatMap((path) => measuredFunctions(parsedFile(tree, path)))
  const files = codePaths(tree).map((file) => ({
    file,
    lineCount: tree.text(file).trimEnd().split('\n').length,
  }))
  const productFunctions = functions.filter((one) => !isTest(one.file) && !one.isComponent)
  return [
    ...functions.flatMap(functionFindings),
    ...files.flatMap(fileFindings),
    ...shareFindings('median of functions', quantile(productFunctions, 0.5), sizeLimits.functionMedian),
    ...shareFindings('90th percentile of functions', quantile(productFunctions, 0.9), sizeLimits.function90),
    ...shareFindings('90th percentile of files', quantile(files, 0.9), sizeLimits.file90),
  ]
}

function functionFindings(one: MeasuredFunction): Finding[] {
  const limit = one.isComponent ? sizeLimits.component : sizeLimits.function
  const place = { file: one.file, line: one.line }
  const found: Finding[] = []
  if (one.lineCount > limit) {
    const message = `${one.name} has ${one.lineCount} lines, the stop is ${limit}`
    found.push({ ...place, rule: 'sizes/function', message, remedy: 'Split it into functions with names.' })
  }
  if (one.parameterCount > sizeLimits.parameters && !one.isTestBody) {
    const message = `${one.name} takes ${one.parameterCount} positional parameters`
    found.push({ ...place, rule: 'sizes/parameters', message, remedy: 'Take one object instead.' })
  }
  return found
}

function fileFindings({ file, lineCount }: { file: string; lineCount: number }): Finding[] {
  if (lineCount <= sizeLimits.file) return []
  const message = `the file has ${lineCount} lines, the stop is ${sizeLimits.file}`
  return [{ file, rule: 'sizes/file', message, remedy: 'Give each thing in it a file of its own.' }]
}

function shareFindings(what: string, value: number, limit: number): Finding[] {
  if (value <= limit) return []
  const message = `the ${what} is ${value} lines, it may be ${limit}`
  return [{ file: '.', rule: 'sizes/share', message, remedy: 'Shorten the longest ones.' }]
}

/** Smallest size that at least this share of the things does not exceed (R type 1); 0 where there is none. */
function quantile(things: readonly { readonly lineCount: number }[], share: number): number {
  const sizes = things.map((thing) => thing.lineCount).sort((a, b) => a - b)
  return sizes[Math.ceil(sizes.length * share) - 1] ?? 0
}
