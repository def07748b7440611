import type { FindingDraft } from './finding-draft.ts'
import { pathText } from './path-pattern.ts'
import { type Shape, shapeDrafts } from './shape-finding.ts'
import { unreadableTexts } from './text-finding.ts'

/** Everything about a document that does not fit: characters that cannot be kept, and values that do not fit its schema. */
export function documentDrafts(shape: Shape): FindingDraft[] {
  const unreadable = unreadableTexts(shape.value)
  const told = new Set(unreadable.map(({ path }) => pathText(path)))
  return [...unreadable, ...shapeDrafts(shape).filter(({ path }) => !told.has(pathText(path)))]
}
