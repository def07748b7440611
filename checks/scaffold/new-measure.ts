import type { SourceTree } from '../source-tree.ts'
import { measureTemplate, measureTestTemplate } from './measure-template.ts'
import { initialValue, withImport, withItem } from './source-edit.ts'
import { withRules } from './spec-rules.ts'
import { thingNames } from './thing-names.ts'

/** Files to write, by path, and what is left to the person. */
export interface Scaffold {
  readonly files: Readonly<Record<string, string>>
  /** Files that the new ones make untrue. */
  readonly removed?: readonly string[]
  readonly next: readonly string[]
}

/** A measure that works from the first day: the share of answers at the top of the scale, to be rewritten. */
export function newMeasure(tree: SourceTree, room: string, name: string): Scaffold {
  const folder = `rooms/${room}/measures`
  const names = thingNames(name)
  const file = `${folder}/${name}.measure.ts`
  const registry = `${folder}/methods.ts`
  const contract = `${folder}/measure.contract.ts`
  if (!tree.has(registry)) throw new Error(`The room "${room}" holds no measures: there is no ${registry}.`)
  if (tree.has(file)) throw new Error(`${file} exists already.`)
  const rules = withRules(tree, room, [
    `The measure \`${name}\` is the share of answers at the highest score, and no figure without answers.`,
  ])
  return {
    files: {
      [file]: measureTemplate(names),
      [`${folder}/${name}.test.ts`]: measureTestTemplate(names, rules.ids[0] as string),
      [registry]: withMethod(tree.text(registry), name),
      [contract]: withItem(tree.text(contract), initialValue(tree.text(contract), 'methods'), `'${name}'`),
      [`rooms/${room}/SPEC.md`]: rules.text,
    },
    next: [
      `Write what it says and computes in ${file}, in both languages.`,
      `Put expected values worked out elsewhere into ${folder}/${name}.test.ts, and its rule into SPEC.md.`,
      'Run npm run docs, then npm run check.',
    ],
  }
}

function withMethod(text: string, name: string): string {
  const { camel, kebab } = thingNames(name)
  const imported = withImport(text, `./${kebab}.measure.ts`, [camel])
  return withItem(
    imported,
    initialValue(imported, 'measureMethods'),
    camel === kebab ? camel : `'${kebab}': ${camel}`,
  )
}
