/** Where a workbook counts its days from. */
export type ExcelDates = '1900' | '1904'

const dayMs = 86_400_000

/**
 * Moment of a day number of Excel, its clock read as UTC. Excel counts 29 February 1900, which never was, so days
 * before 1 March 1900 lie one later (ECMA-376, part 1, 18.17.4.1).
 */
export function excelDate(days: number, dates: ExcelDates): Date {
  if (dates === '1904') return new Date(Date.UTC(1904, 0, 1) + Math.round(days * 86_400) * 1000)
  const epoch = Date.UTC(1899, 11, 30)
  const shift = days < 60 ? dayMs : 0
  return new Date(epoch + shift + Math.round(days * 86_400) * 1000)
}

/** Formats of Excel that show a number as a date or time (ECMA-376, part 1, 18.8.30). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return true
  if (code === undefined) return false
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare)
}
