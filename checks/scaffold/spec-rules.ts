import type { SourceTree } from '../source-tree.ts'

export interface NewRules {
  /** Text of the room's SPEC.md with the rules added. */
  readonly text: string
  /** Ids given to the rules, in their order. */
  readonly ids: readonly string[]
}

/** Adds sentences to the SPEC.md of a room under the next free numbers. */
export function withRules(tree: SourceTree, room: string, sentences: readonly string[]): NewRules {
  const path = `rooms/${room}/SPEC.md`
  const title = `${room[0]?.toUpperCase()}${room.slice(1)}`
  const text = tree.has(path) ? tree.text(path) : `# ${title}: what is always true\n\n`
  const known = [...text.matchAll(/\b([A-Z]{2,5})-(\d+)\b/g)]
  const prefix = known[0]?.[1] ?? room.slice(0, 3).toUpperCase()
  const last = Math.max(0, ...known.filter((one) => one[1] === prefix).map((one) => Number(one[2])))
  const ids = sentences.map((_, index) => `${prefix}-${last + index + 1}`)
  const rules = sentences.map((sentence, index) => `- **${ids[index]}** ${sentence}`)
  return { text: `${text.trimEnd()}\n${known.length === 0 ? '\n' : ''}${rules.join('\n')}\n`, ids }
}

/** The text without the rules that a test cites. */
export function withoutRules(text: string, test: string): string {
  const struck = test.match(/[A-Z]{2,5}-\d+/g) ?? []
  const lines = text.split('\n')
  return lines.filter((line) => !struck.some((id) => line.includes(`**${id}**`))).join('\n')
}
