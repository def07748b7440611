/** Words of a scale in their order, from low to high, and words beside it that are no answer. */
export interface WordScale {
  readonly ranked: readonly string[]
  readonly besides: readonly string[]
}

const adverse =
  /\b(dissatisf\w+|unsatisf\w+|disagree|unlikely|unfavou?rabl\w+|difficult|hard|bad|poor|unimportant|uncomfortable|negati\w+|insatisf\w+|mecontent\w*|en desaccord|improbable|difficile|mauvais\w*|defavorable)\b/
const welcome =
  /\b(satisf\w+|agree|likely|favou?rabl\w+|easy|good|important|comfortable|open|positi\w+|content\w*|d.accord|probable|facile|bon(ne)?|bien|favorable)\b/
const degrees: readonly (readonly [RegExp, number])[] = [
  [/\b(plutot pas|rather not|^pas d.accord)\b/, -1],
  [/\b(not at all|pas du tout|none at all|absolutely not)\b/, -2],
  [/\b(not (very|so|much|really)|pas (tres|vraiment)|peu|little)\b/, -1],
  [/\b(neither|neutral|average|neutre|ni |fair|moyen\w*|passable)\b/, 0],
  [/\b(somewhat|rather|fairly|quite|some|moderately|plutot|assez)\b/, 1],
  [/\b(very|extremely|strongly|completely|highly|a lot|tres|tout a fait|extremement|beaucoup)\b/, 2],
]
const bare: readonly (readonly [RegExp, number])[] = [
  [/^(excellent\w*|outstanding|always|toujours)$/, 2],
  [/^(often|usually|souvent|strong)$/, 1],
  [/^(sometimes|occasionally|parfois|maybe|peut-etre)$/, 0],
  [/^(rarely|seldom|rarement|weak)$/, -1],
  [/^(never|jamais|terrible|awful|unacceptable|inacceptable)$/, -2],
]

/** Order of the words of a column, where they are those of a scale; at most two others may stand beside them. */
export function wordScale(counts: ReadonlyMap<string, number>): WordScale | null {
  if (counts.size < 2 || counts.size > 11) return null
  const ranked = [...counts.keys()].map((word) => ({ word, rank: wordRank(word) }))
  const known = ranked.filter((entry): entry is { word: string; rank: number } => entry.rank !== null)
  const ranks = new Set(known.map(({ rank }) => rank))
  if (ranked.length - known.length > 2 || ranks.size !== known.length || known.length < 2) return null
  const besides = ranked.filter(({ rank }) => rank === null).map(({ word }) => word)
  if (known.length <= besides.length) return null
  return { ranked: known.sort((left, right) => left.rank - right.rank).map(({ word }) => word), besides }
}

/** Where a word stands between -2 and 2; null where it says nothing of the kind. */
export function wordRank(word: string): number | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’]/g, "'").trim().toLowerCase()
  const alone = bare.find(([pattern]) => pattern.test(plain))
  if (alone) return alone[1]
  const degree = degrees.find(([pattern]) => pattern.test(plain))?.[1]
  const isAdverse = adverse.test(plain)
  if (/^(neither|ni )/.test(plain)) return 0
  if (degree !== undefined && (degree <= 0 || !isAdverse)) return degree === 0 && isAdverse ? -1 : degree
  if (isAdverse) return -(degree ?? 1.5)
  return welcome.test(plain) ? 1.5 : null
}
