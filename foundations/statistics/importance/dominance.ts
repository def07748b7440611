/**
 * Dominance analysis: for each pair of players, the share of coalitions of the others in which the first adds more than the second (equal additions half).
 *
 * `worths` as for `shapleyShares`, such as the R² of every subset of drivers. 1 means complete dominance: whatever else is known, the first tells more; 0.5 on the diagonal. General dominance is the Shapley share.
 * Source: Budescu (1993), Psychological Bulletin 114:542; Azen & Budescu (2003), Psychological Methods 8:129.
 */
export function dominanceShares(worths: ArrayLike<number>): number[][] {
  const players = Math.round(Math.log2(worths.length))
  if (2 ** players !== worths.length)
    throw new RangeError(`${worths.length} worths are no full set of coalitions`)
  const shareOf = (first: number, second: number) => {
    if (first === second) return 0.5
    const both = (1 << first) | (1 << second)
    let [won, seen] = [0, 0]
    for (let mask = 0; mask < worths.length; mask++) {
      if ((mask & both) !== 0) continue
      seen += 1
      const ahead = worths[mask | (1 << first)]! - worths[mask | (1 << second)]!
      won += ahead > 0 ? 1 : ahead === 0 ? 0.5 : 0
    }
    return won / seen
  }
  const all = Array.from({ length: players }, (_, player) => player)
  return all.map((first) => all.map((second) => shareOf(first, second)))
}
