const tokenNames = [
  'paper',
  'card',
  'ink',
  'muted',
  'rule',
  'promise',
  'lived',
  'people',
  'short',
  'ahead',
  'thin',
] as const

export type TokenName = (typeof tokenNames)[number]
export type Tokens = Readonly<Record<TokenName, string>>

/** Colours as they are now, for drawings that cannot read CSS variables. */
export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element)
  const entries = tokenNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])
  return Object.fromEntries(entries) as Tokens
}
