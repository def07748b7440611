/** One name in every spelling that code, SQL and sentences need. */
export interface ThingNames {
  /** `store-visit` */
  readonly kebab: string
  /** `storeVisit` */
  readonly camel: string
  /** `StoreVisit` */
  readonly pascal: string
  /** `STORE_VISIT` */
  readonly capitals: string
  /** `store_visit` */
  readonly snake: string
  /** `store visit` */
  readonly words: string
}

export function thingNames(kebab: string): ThingNames {
  const parts = kebab.split('-')
  const pascal = parts.map((part) => part[0]?.toUpperCase() + part.slice(1)).join('')
  return {
    kebab,
    camel: pascal[0]?.toLowerCase() + pascal.slice(1),
    pascal,
    capitals: parts.join('_').toUpperCase(),
    snake: parts.join('_'),
    words: parts.join(' '),
  }
}

/** Names of several of them. */
export function pluralNames(kebab: string): ThingNames {
  if (/[^aeiou]y$/.test(kebab)) return thingNames(`${kebab.slice(0, -1)}ies`)
  return thingNames(/(s|x|ch|sh)$/.test(kebab) ? `${kebab}es` : `${kebab}s`)
}
