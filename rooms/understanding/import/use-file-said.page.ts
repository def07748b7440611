import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Proposal } from '../contract.ts'
import type { ColumnChoice } from './column-choice.page.ts'
import { columnWords } from './columns.words.ts'

/** Says how large a file is and how it is written, where that is not the usual. */
export function useFileSaid() {
  const say = useWords(columnWords)
  const { number, quote } = useFormats()
  const separated = (mark: string) => {
    const named = mark === '\t' ? say('tab') : mark === ' ' ? say('space') : quote(mark)
    return say('separated', { mark: named })
  }
  return ({ rowsLookedAt, file, columns }: Proposal, choices: readonly ColumnChoice[]): string => {
    const { delimiter, encoding, decimal, headerRows } = file
    const used = choices.filter(({ role }) => role !== 'ignore').length
    const size = { count: rowsLookedAt, rows: number(rowsLookedAt), columns: columns.length, used }
    return [
      say('found', size),
      ...(typeof delimiter === 'string' ? [separated(delimiter)] : []),
      ...(encoding === undefined ? [] : [say('encoded', { encoding })]),
      ...(decimal === ',' ? [say('decimalComma')] : []),
      ...(headerRows === undefined ? [] : [say('headerRows', { count: headerRows })]),
    ].join(' · ')
  }
}
