/**
 * Shapley values of a game in which each coalition of players has a worth.
 *
 * `worths[mask]` is the worth of the players whose bits are set; the worth of nobody is `worths[0]`. In words: a player's share is the mean, over all
 * orders of joining, of what the worth grows by when the player joins. The shares add up to worth of all minus worth of nobody. Source: Shapley (1953).
 */
export function shapleyShares(worths: ArrayLike<number>): Float64Array {
  const players = Math.round(Math.log2(worths.length))
  if (2 ** players !== worths.length)
    throw new RangeError(`${worths.length} worths are no full set of coalitions`)
  const weights = orderWeights(players)
  const shares = new Float64Array(players)
  for (let mask = 0; mask < worths.length; mask++) {
    const weight = weights[bitsOf(mask)]!
    for (let player = 0; player < players; player++) {
      const bit = 1 << player
      if ((mask & bit) === 0) shares[player]! += weight * (worths[mask | bit]! - worths[mask]!)
    }
  }
  return shares
}

/** Probability that exactly a given set of k others came before: k! (p − 1 − k)! / p!. */
function orderWeights(players: number): number[] {
  const weights = [1 / players]
  for (let k = 1; k < players; k++) weights.push((weights[k - 1]! * k) / (players - k))
  return weights
}

function bitsOf(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
