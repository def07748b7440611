/** Amounts by person and day; all rows of a person stand together. */
export interface Dated {
  readonly people: Float64Array
  readonly days: Uint16Array
  readonly amounts: Float64Array
}

/** Sums of amounts of a person between two days, both counted in. */
export function datedSums({ people, days, amounts }: Dated) {
  const starts = new Map<number, number>()
  for (const [row, person] of people.entries()) if (!starts.has(person)) starts.set(person, row)
  return {
    within: (person: number, first: number, last: number): number => {
      let sum = 0
      const start = starts.get(person)
      if (start === undefined) return 0
      for (let row = start; row < people.length && people[row] === person; row++)
        if (days[row]! >= first && days[row]! <= last) sum += amounts[row]!
      return sum
    },
  }
}
