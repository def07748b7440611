import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { SourceRecord, SourceRhythm } from './source.contract.ts'
import { sourceWords } from './source.words.ts'

const kinds = ['answers', 'interactions', 'outcomes', 'aliases', 'profiles', 'held'] as const
type Kind = (typeof kinds)[number]

/** Says counts of facts, what is wrong with a source, and its rhythm. */
export function useSourceSaid() {
  const say = useWords(sourceWords)
  const { number } = useFormats()
  const counted = (key: Kind | 'rejectedRows' | 'toMap' | 'unreadable', count: number) =>
    say(key, { count, shown: number(count) })
  const days = (count: number) => say('days', { count })
  return {
    facts: (facts: SourceRecord['facts']) =>
      kinds.flatMap((kind) => {
        const found = facts.find((one) => one.facts === kind)
        return found ? [counted(kind, found.count)] : []
      }),
    errors: ({ rowsRejected, held, invalid }: Pick<SourceRecord, 'rowsRejected' | 'held' | 'invalid'>) => [
      ...(rowsRejected > 0 ? [counted('rejectedRows', rowsRejected)] : []),
      ...(held > 0 ? [counted('toMap', held)] : []),
      ...(invalid > 0 ? [counted('unreadable', invalid)] : []),
    ],
    rhythm: ({ daysWithFacts, pauseDays, quietDays, silent }: SourceRhythm) => {
      if (pauseDays === null) return say('rhythmUnknown', { days: daysWithFacts })
      const values = { pause: days(pauseDays), quiet: days(quietDays) }
      return say(silent ? 'rhythmBroken' : 'rhythmKept', values)
    },
  }
}
