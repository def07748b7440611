import { type Document, isMap, isNode, isPair, LineCounter, type Node, parseDocument } from 'yaml'
import type { FindingDraft } from './finding-draft.ts'
import type { ValuePath } from './path-pattern.ts'
import { aliasDraft, syntaxDraft } from './syntax-finding.ts'

export interface Place {
  readonly line: number
  readonly column: number
}

/** A YAML text read: what it says, what is wrong with its syntax, and where each part of it stands. */
export interface YamlText {
  readonly value: unknown
  readonly drafts: readonly FindingDraft[]
  /** False where the syntax is so broken that what was read is not what was meant. */
  readonly readable: boolean
  readonly placeOf: (draft: FindingDraft) => Place
}

export function readYamlText(text: string): YamlText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')
  const drafts = [...document.errors, ...document.warnings].map(syntaxDraft)
  const placeOf = (draft: FindingDraft) => placeIn(lines, draft.offset ?? offsetOf(document, draft))
  if (broken) return { value: undefined, drafts, readable: false, placeOf }
  try {
    return { value: document.toJS(), drafts, readable: true, placeOf }
  } catch (error) {
    return { value: undefined, drafts: [...drafts, aliasDraft(error)], readable: false, placeOf }
  }
}

function placeIn(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** Offset of the value at a path, or of the nearest part around it that is written. */
function offsetOf(document: Document.Parsed, { path, atName }: FindingDraft): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length)
    const named = atName && length === path.length ? nameNode(document, part) : null
    const node = named ?? document.getIn(part, true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function nameNode(document: Document.Parsed, path: ValuePath): Node | null {
  const within = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(within)) return null
  const name = path[path.length - 1]
  const pair = within.items.find(({ key }) => isNode(key) && String(key) === String(name))
  return isPair(pair) && isNode(pair.key) ? pair.key : null
}
