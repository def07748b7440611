import { IANAZone } from 'luxon'
import type { Bilingual, FindingDraft } from '../../../foundations/yaml/finding-draft.ts'
import type { Mapping } from './mapping.ts'

type Path = FindingDraft['path']

/** What no schema can tell: parts of a mapping that do not go together. */
export function checkMapping(mapping: Mapping): FindingDraft[] {
  return [
    ...shapeFindings(mapping),
    ...tableFindings(mapping),
    ...factFindings(mapping),
    ...employeeFindings(mapping),
    ...zoneFindings(mapping, []),
  ]
}

function shapeFindings({ row, tables, files }: Mapping): FindingDraft[] {
  if (row && tables) return [finding(['tables'], rowAndTables)]
  if (!row && !tables) return [finding([], noRow)]
  if (tables && !files) return [finding(['tables'], noFiles)]
  return row && files ? [finding(['files'], filesUnread)] : []
}

function tableFindings({ tables = [], files = {} }: Mapping): FindingDraft[] {
  const known = Object.keys(files)
  return tables.flatMap((table, index) => [
    ...(known.includes(table.from)
      ? []
      : [finding(['tables', index, 'from'], unknownFile(table.from, known))]),
    ...table.join.flatMap(({ file }, place) =>
      known.includes(file)
        ? []
        : [finding(['tables', index, 'join', place, 'file'], unknownFile(file, known))],
    ),
  ])
}

/** Every place of a mapping where facts are named. */
function factPlaces(mapping: Mapping) {
  const { tables, row, population } = mapping
  if (!tables) return row ? [{ path: [] as Path, facts: { ...mapping, row } }] : []
  return tables.map((table, index) => ({
    path: ['tables', index] as Path,
    facts: { ...table, population: table.population ?? population },
  }))
}

function factFindings(mapping: Mapping): FindingDraft[] {
  return factPlaces(mapping).flatMap(({ path, facts }) => {
    const { answers, comments, choices, interactions, outcomes, row } = facts
    const told = [answers, comments, choices, interactions, outcomes].some((list) => list.length > 0)
    const nothing = !told && row.aliases.length === 0 && row.profile === undefined
    const unplaced = choices.flatMap(({ as, touchpoint }, index) =>
      as === 'answers' && touchpoint === undefined
        ? [finding([...path, 'choices', index], choiceWithoutTouchpoint)]
        : [],
    )
    return [...(nothing ? [finding(path, noFacts)] : []), ...unplaced]
  })
}

/** Nothing may join what employees say to who they are. */
function employeeFindings(mapping: Mapping): FindingDraft[] {
  return factPlaces(mapping).flatMap(({ path, facts: { population, row } }) => {
    if (population !== 'employees') return []
    return [
      ...(row.aliases.length > 0 ? [finding([...path, 'row', 'aliases'], namedEmployees)] : []),
      ...(row.profile ? [finding([...path, 'row', 'profile'], namedEmployees)] : []),
    ]
  })
}

function zoneFindings(value: unknown, path: Path): FindingDraft[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = [...path, Array.isArray(value) ? Number(name) : name]
    if (name === 'zone' && typeof inner === 'string')
      return IANAZone.isValidZone(inner) ? [] : [finding(place, unknownZone(inner))]
    return zoneFindings(inner, place)
  })
}

interface Words {
  readonly message: Bilingual
  readonly hint: Bilingual
}

function finding(path: Path, words: Words): FindingDraft {
  return { path, ...words }
}

const rowAndTables: Words = {
  message: { en: 'rows are described twice', fr: 'les lignes sont décrites deux fois' },
  hint: {
    en: 'Give `row` for one file, or `tables` for several that belong together.',
    fr: 'Donnez `row` pour un fichier, ou `tables` pour plusieurs qui vont ensemble.',
  },
}

const noRow: Words = {
  message: { en: '"row" is missing', fr: '« row » manque' },
  hint: {
    en: 'Add "row: …", or `tables` where several files belong together.',
    fr: 'Ajoutez « row: … », ou `tables` quand plusieurs fichiers vont ensemble.',
  },
}

const noFiles: Words = {
  message: { en: 'the files of the tables are not named', fr: 'les fichiers des tables ne sont pas nommés' },
  hint: { en: 'Add "files: …".', fr: 'Ajoutez « files: … ».' },
}

const filesUnread: Words = {
  message: { en: 'nothing says how the files are read', fr: 'rien ne dit comment lire les fichiers' },
  hint: {
    en: 'Put `row` and the facts under `tables`, with `from` naming the file.',
    fr: 'Mettez `row` et les faits sous `tables`, `from` nommant le fichier.',
  },
}

const noFacts: Words = {
  message: { en: 'nothing is read from the rows', fr: 'rien n’est lu dans les lignes' },
  hint: {
    en: 'Add `answers`, `comments`, `choices`, `interactions` or `outcomes`.',
    fr: 'Ajoutez `answers`, `comments`, `choices`, `interactions` ou `outcomes`.',
  },
}

const choiceWithoutTouchpoint: Words = {
  message: {
    en: 'the question does not say what it is about',
    fr: 'la question ne dit pas sur quoi elle porte',
  },
  hint: {
    en: 'Add "touchpoint: …", or make segments of it: "as: segments".',
    fr: 'Ajoutez « touchpoint: … », ou faites-en des segments : « as: segments ».',
  },
}

const namedEmployees: Words = {
  message: {
    en: 'employees are known by a pseudonym alone',
    fr: 'les collaborateurs ne sont connus que sous un pseudonyme',
  },
  hint: {
    en: 'Remove it; what figures are compared by belongs into `segments`.',
    fr: 'Retirez-le ; ce par quoi on compare les chiffres va dans `segments`.',
  },
}

function unknownFile(name: string, known: readonly string[]): Words {
  const listed = known.join(', ')
  return {
    message: { en: `"${name}" is none of the files`, fr: `« ${name} » n’est aucun des fichiers` },
    hint: { en: `There are: ${listed}.`, fr: `Il y a : ${listed}.` },
  }
}

function unknownZone(zone: string): Words {
  return {
    message: { en: `"${zone}" is no time zone`, fr: `« ${zone} » n’est pas un fuseau horaire` },
    hint: { en: 'Name one such as Europe/Paris.', fr: 'Nommez-en un tel que Europe/Paris.' },
  }
}
