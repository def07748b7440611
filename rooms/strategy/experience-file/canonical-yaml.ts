import { Document, isCollection, isMap, isNode, isScalar, type Pair, visit, type YAMLMap } from 'yaml'
import type { ExperienceOutline } from '../contract.ts'
import { canonicalValue } from './canonical-value.ts'
import type { SectionValues } from './experience-violation.ts'

const header = ' yaml-language-server: $schema=./experience.schema.json'

/** Characters up to which small objects such as `{ en: …, fr: … }` stay on one line. */
const lineWidth = 80

/** The one text in which sections are written. Two texts that state the same sections have the same canonical form. */
export function canonicalYaml(outlines: readonly ExperienceOutline[], values: SectionValues): string {
  const sections = outlines
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name, schema }) => [name, canonicalValue(schema, values[name])] as const)
  const document = new Document({ tutti: 1, ...Object.fromEntries(sections) })
  document.commentBefore = header
  visit(document, { Map: (_, map) => putOnOneLine(map) })
  if (isMap(document.contents)) document.contents.items.slice(1).forEach(spaceBefore)
  return document.toString({ lineWidth: 0 })
}

function spaceBefore({ key }: Pair): void {
  if (isNode(key)) key.spaceBefore = true
}

/** Things with a key of their own keep a line for each field; what merely qualifies them goes on one. */
function putOnOneLine(map: YAMLMap): void {
  const text = JSON.stringify(map)
  const nests = map.items.some(({ value }) => isCollection(value))
  const identified = map.has('key') || map.has('tutti')
  const severalLines = map.items.some(({ value }) => isScalar(value) && /[\n\r]/.test(String(value.value)))
  map.flow = !nests && !identified && !severalLines && text.length <= lineWidth
}
