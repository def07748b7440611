/** A group of people that a figure would describe. */
export interface Group {
  readonly name: string
  readonly people: number
}

/** Names of the groups that may be shown and of those that may not, each in alphabetical order. */
export interface Suppression {
  readonly shown: string[]
  readonly hidden: string[]
}

/** Orders by code point, so that the outcome never depends on the machine's language. */
export function alphabetically(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const smallestFirst = (a: Group, b: Group) => a.people - b.people || alphabetically(a.name, b.name)

/** Whether what is hidden could be found by subtracting the shown groups from their total. */
export function canBeDerived(hidden: readonly { readonly people: number }[], k: number): boolean {
  if (hidden.length === 0) return false
  const people = hidden.reduce((sum, group) => sum + group.people, 0)
  return hidden.length < 2 || people < k
}

/**
 * Decides which groups of one line may be shown when their total is shown too.
 *
 * Primary: a group with fewer than `k` people is hidden. Complementary: while anything is hidden and the hidden people are fewer
 * than `k`, or only one group is hidden, the smallest shown group is hidden as well (ties: alphabetical order). So no hidden
 * group can be found by subtraction.
 *
 * Source: remainder rule of survey practice, strengthened to two groups; cell suppression after Cox (1980), J. Am. Stat. Assoc. 75:377.
 */
export function suppressGroups(groups: readonly Group[], k: number): Suppression {
  const hidden = groups.filter(({ people }) => !(people >= k))
  const shown = groups.filter(({ people }) => people >= k).sort(smallestFirst)
  while (shown.length > 0 && canBeDerived(hidden, k)) hidden.push(shown.shift()!)
  const names = (list: readonly Group[]) => list.map(({ name }) => name).sort(alphabetically)
  return { shown: names(shown), hidden: names(hidden) }
}
