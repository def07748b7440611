/** Results that are remembered at once; cells of one column rarely say more different things. */
const rememberedMax = 20_000

/** A function of a text that remembers what it found: cells say the same again and again. */
export function remembered<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = find(text)
    if (known.size >= rememberedMax) known.clear()
    known.set(text, found)
    return found
  }
}
