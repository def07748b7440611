import type { SourceTree } from '../source-tree.ts'
import {
  declarationTemplate,
  drawerTestTemplate,
  ledgerTemplate,
  migrationTemplate,
  type NewDrawer,
  problemTemplate,
  proceduresTemplate,
  roomTemplate,
  routesTemplate,
} from './drawer-template.ts'
import type { Scaffold } from './new-measure.ts'
import {
  initialValue,
  isReturnedByCall,
  returned,
  withDeclaration,
  withImport,
  withItem,
  withStatement,
} from './source-edit.ts'
import { withoutRules, withRules } from './spec-rules.ts'
import { pluralNames, thingNames } from './thing-names.ts'

/** A drawer that works from the first day: records with a key and a name, kept per workspace, to be rewritten. */
export function newDrawer(tree: SourceTree, room: string, name: string): Scaffold {
  const folder = `rooms/${room}/${name}`
  if (!tree.has(`rooms/${room}/contract.ts`)) throw new Error(`There is no room "${room}".`)
  if (tree.has(folder)) throw new Error(`${folder} exists already.`)
  const one = thingNames(name)
  const rules = withRules(tree, room, ruleSentences(one.words))
  const outlived = emptinessTest(tree, room)
  const drawer: NewDrawer = { room: thingNames(room), one, many: pluralNames(name), rules: rules.ids }
  return {
    files: {
      [`${folder}/${name}.ledger.ts`]: ledgerTemplate(drawer),
      [`${folder}/${name}.routes.ts`]: routesTemplate(drawer),
      [`${folder}/${name}.test.ts`]: drawerTestTemplate(drawer),
      [`rooms/${room}/migrations/${nextMigration(tree, room)}-${name}.sql`]: migrationTemplate(drawer),
      [`rooms/${room}/SPEC.md`]: withoutRules(rules.text, outlived.map((path) => tree.text(path)).join()),
      [`rooms/${room}/contract.ts`]: contractWith(tree.text(`rooms/${room}/contract.ts`), drawer),
      ...roomWith(tree, drawer),
    },
    removed: outlived,
    next: [
      `Say in rooms/${room}/contract.ts what ${article(one.words)} is made of.`,
      `Write its rules into SPEC.md and show them in ${folder}/${name}.test.ts.`,
      'Run npm run docs, then npm run check.',
    ],
  }
}

function ruleSentences(words: string): string[] {
  const thing = article(words)
  return [
    `${capital(thing)} comes back as it was written.`,
    `${capital(thing)} that is not there is refused by its key.`,
    `A workspace sees no ${words} of another.`,
    `Every column that the records of ${thing} write is made by the migrations.`,
  ]
}

function nextMigration(tree: SourceTree, room: string): string {
  const numbers = tree.paths
    .filter((path) => path.startsWith(`rooms/${room}/migrations/`))
    .map((path) => Number(/(\d{4})-[^/]*\.sql$/.exec(path)?.[1] ?? 0))
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0')
}

function contractWith(contract: string, drawer: NewDrawer): string {
  const text = contract.replaceAll(': none yet.', '.')
  const { room } = drawer
  const imports: [string, string[]][] = [
    ['zod', ['z']],
    [
      '../../foundations/http/procedure.contract.ts',
      ['Done', 'InWorkspace', 'Key', 'LocalText', 'procedure', 'workspacePath'],
    ],
  ]
  const imported = imports.reduce((edited, [from, names]) => withImport(edited, from, names), text)
  const declared = withDeclaration(imported, `${room.camel}Contract`, declarationTemplate(drawer))
  const offered = withItem(
    declared,
    initialValue(declared, `${room.camel}Contract`),
    proceduresTemplate(drawer),
  )
  return withItem(offered, initialValue(offered, `${room.camel}Problems`), problemTemplate(drawer))
}

/** The room with the drawer mounted; a room that mounts its first one is made, and opened to the doors. */
function roomWith(tree: SourceTree, drawer: NewDrawer): Record<string, string> {
  const { room, one, many } = drawer
  const path = `rooms/${room.kebab}/room.ts`
  if (!tree.has(path)) return { [path]: roomTemplate(drawer), ...doorsWith(tree, drawer) }
  const steps: ((text: string) => string)[] = [
    (text) => withImport(text, `./${one.kebab}/${one.kebab}.ledger.ts`, [`${one.camel}Records`]),
    (text) => withImport(text, `./${one.kebab}/${one.kebab}.routes.ts`, [`${one.camel}Routes`]),
    (text) => withStatement(text, `${room.camel}Room`, `const ${many.camel} = ${one.camel}Records(ledger)`),
    (text) => withItem(text, returned(text, 'router'), `${many.camel}: ${one.camel}Routes(${many.camel})`),
  ]
  return { [path]: edited(tree.text(path), steps) }
}

function doorsWith(tree: SourceTree, { room }: NewDrawer): Record<string, string> {
  const [contract, problems, wiring] = [
    'doors/contract.ts',
    'doors/server/problems.ts',
    'doors/server/wiring.ts',
  ]
  const opened = `${room.camel}: ${room.camel}.router`
  return {
    [contract]: edited(tree.text(contract), [
      (text) => withImport(text, `../rooms/${room.kebab}/contract.ts`, [`${room.camel}Contract`]),
      (text) => withItem(text, initialValue(text, 'contract'), `${room.camel}: ${room.camel}Contract`),
    ]),
    [problems]: edited(tree.text(problems), [
      (text) => withImport(text, `../../rooms/${room.kebab}/contract.ts`, [`${room.camel}Problems`]),
      (text) => withItem(text, returned(text, ''), `...${room.camel}Problems`),
    ]),
    [wiring]: edited(tree.text(wiring), [
      (text) => withImport(text, `../../rooms/${room.kebab}/room.ts`, [`${room.camel}Room`]),
      (text) => withStatement(text, 'wireRooms', `const ${room.camel} = await ${room.camel}Room({ ledger })`),
      (text) => withItem(text, returned(text, 'router'), opened),
      (text) => withItem(text, returned(text, 'migrations'), migrationsOf(room.camel, text)),
    ]),
  }
}

/** The list of migrations holds either those of each room, or the rooms that have them. */
function migrationsOf(room: string, wiring: string): string {
  return isReturnedByCall(wiring, 'migrations') ? room : `...${room}.migrations`
}

function edited(text: string, steps: readonly ((text: string) => string)[]): string {
  return steps.reduce((done, step) => step(done), text)
}

/** The test by which a room without drawers says so: its first drawer makes it untrue. */
function emptinessTest(tree: SourceTree, room: string): string[] {
  const path = `rooms/${room}/contract.test.ts`
  return !tree.has(`rooms/${room}/room.ts`) && tree.has(path) ? [path] : []
}

function article(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`
}
