import { isSeq, parseDocument, YAMLSeq } from 'yaml'

/** What an unknown name or touchpoint is. */
export interface MappedKey {
  readonly reason: 'name-unknown' | 'touchpoint-unknown'
  readonly key: string
  /** Where it happens; null for a name that is not to be kept, and for a touchpoint that is none here. */
  readonly touchpoint: string | null
}

/** A table that says nothing of its own yet. */
export const emptyEventTable = 'events: 1\nrules: []\n'

/** Adds to a table what an unknown name or touchpoint is; everything else, comments too, stays as it was written. */
export function mappedTable(yaml: string, { reason, key, touchpoint }: MappedKey): string {
  const document = parseDocument(yaml)
  if (reason === 'touchpoint-unknown' && touchpoint !== null) document.setIn(['touchpoints', key], touchpoint)
  else
    addRule(document, {
      ...nameIn(reason, key),
      ...(touchpoint === null ? { ignore: true } : { touchpoint }),
    })
  return document.toString({ lineWidth: 120 })
}

type EditedDocument = ReturnType<typeof parseDocument>

/** What a group of waiting messages is called is what its rule has to say: `page /products/*`. */
function nameIn(reason: MappedKey['reason'], key: string): Record<string, string> {
  const named = /^(page|screen) (.+)$/s.exec(key)
  if (reason === 'name-unknown' && named) return { [named[1]!]: named[2]! }
  return { event: key }
}

/** New rules stand first, because the first that fits counts. */
function addRule(document: EditedDocument, rule: Record<string, string | boolean>): void {
  const rules = document.get('rules')
  const list = isSeq(rules) ? rules : new YAMLSeq(document.schema)
  list.flow = false
  list.items.unshift(document.createNode(rule))
  if (!isSeq(rules)) document.set('rules', list)
}
