/** How closely one number must agree. */
export type Closeness =
  /** |got − expected| ≤ amount × max(1, |expected|). */
  | { readonly kind: 'scaled'; readonly amount: number }
  /** |got − expected| ≤ amount × |expected|. */
  | { readonly kind: 'relative'; readonly amount: number }
  /** |got − expected| ≤ amount. */
  | { readonly kind: 'absolute'; readonly amount: number }
  /** `got` compared with a bound; the expected figure is only an illustration. */
  | { readonly kind: 'bound'; readonly sign: string; readonly amount: number }

interface Clause {
  readonly subjects: readonly string[]
  /** Numbers that a bound speaks of, as in ">= .99 on 20-50 characters". */
  readonly numbers: readonly string[]
  readonly closeness: Closeness
}

const NUMBER = String.raw`(\d*\.?\d+(?:e[-+]?\d+)?)`
/** Words that speak of everything that no other clause claims. */
const GENERAL = ['parameter', 'coefficient', 'score', 'value', 'grid', 'fit', 'objective', 'split', 'cif']
/** Other names under which a subject appears among the keys. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  quantile: ['qnorm', 'qt', 'qchisq', 'qf', 'qbeta'],
  r: ['item', 'mean'],
  limit: ['ci', 'lo', 'hi', 'bca', 'boot', 'percentile'],
  logit: ['elasticity', 'lerner'],
  loading: ['loadings', 'omega', 'ave'],
  variance: ['var'],
  stat: ['statistic', 'e', 'q'],
  permutation: ['p', 'pvalue'],
  continuous: ['continuous', 'optimum'],
  sum: ['sum'],
  lexicon: ['pattern'],
}

const singular = (word: string) => (word.length > 2 ? word.replace(/s$/, '') : word)

const FILLERS = new Set(
  'relative within absolute exact and each for with tails included of e points step one'.split(' '),
)

function subjectsOf(clause: string): string[] {
  const words = clause.toLowerCase().match(/[a-z]+/g) ?? []
  return words.filter((word) => !FILLERS.has(word))
}

function closenessOf(clause: string): Closeness | null {
  const bound = clause.match(new RegExp(`(<=|>=|<|>)\\s*${NUMBER}`))
  const step = clause.match(new RegExp(`\\(${NUMBER} points?\\)`))
  const percent = clause.match(new RegExp(`${NUMBER}\\s*%`))
  const plain = clause.match(new RegExp(`(?:^|[\\s:])${NUMBER}(?![-\\w])`, 'i'))
  if (step) return { kind: 'absolute', amount: Number(step[1]) }
  if (percent) return { kind: 'relative', amount: Number(percent[1]) / 100 }
  if (/relative/.test(clause) && plain) return { kind: 'relative', amount: Number(plain[1]) }
  if (/within/.test(clause) && plain) return { kind: 'absolute', amount: Number(plain[1]) }
  if (bound) return { kind: 'bound', sign: bound[1]!, amount: Number(bound[2]) }
  if (plain) return { kind: 'scaled', amount: Number(plain[1]) }
  return /exact/.test(clause) ? { kind: 'scaled', amount: 0 } : null
}

/** The numbers of a bound other than its own. */
function numbersOf(clause: string, { kind }: Closeness): string[] {
  if (kind !== 'bound') return []
  return clause.replace(new RegExp(`(<=|>=|<|>)\\s*${NUMBER}`), '').match(/\d+/g) ?? []
}

/** "A 1e-8, B 2e-3; C 1 % (D 1e-6)" → its clauses; a clause without a number lends its words to the next one. */
function clausesOf(text: string): Clause[] {
  const sameKind = /relative/.test(text) ? ' relative' : ''
  const withBracketsApart = text.replace(/\((\d[^)]* for [^)]*)\)/g, `; $1${sameKind}`)
  const clauses: Clause[] = []
  let pending: string[] = []
  for (const part of withBracketsApart.split(/[;,]/)) {
    const closeness = closenessOf(part)
    const subjects = [...pending, ...subjectsOf(part)].map(singular)
    pending = closeness ? [] : subjects
    if (closeness) clauses.push({ subjects, numbers: numbersOf(part, closeness), closeness })
  }
  return clauses
}

const tokensOf = (path: readonly string[]) =>
  path.flatMap((key) => key.toLowerCase().match(/[a-z]+|\d+/g) ?? [])

/** Length of the longest subject that names this key; 0 when none does. A bound with numbers speaks of keys with all of them. */
function fitOf(clause: Clause, path: readonly string[]): number {
  const tokens = tokensOf(path)
  if (clause.numbers.length > 0)
    return clause.numbers.every((number) => tokens.includes(number)) ? Number.MAX_SAFE_INTEGER : 0
  const names = (subject: string) => [subject, ...(ALIASES[subject] ?? [])]
  const hits = clause.subjects.filter((subject) =>
    names(subject).some((name) =>
      tokens.some((token) => token === name || (name.length > 2 && token.startsWith(name))),
    ),
  )
  return Math.max(0, ...hits.map((subject) => subject.length))
}

const amountOf = ({ closeness }: Clause) => closeness.amount

function loosest(clauses: readonly Clause[]): Clause {
  return clauses.reduce((a, b) => (amountOf(b) > amountOf(a) ? b : a))
}

/** A figure that floors for other figures say nothing about only has to be there. */
const ILLUSTRATION: Closeness = { kind: 'bound', sign: '>=', amount: Number.NEGATIVE_INFINITY }

/** The closeness that a case's tolerance asks of the number at `path`. */
export function closenessFor(tolerance: number | string, path: readonly string[]): Closeness {
  if (typeof tolerance === 'number') return { kind: 'scaled', amount: tolerance }
  const clauses = clausesOf(tolerance)
  if (clauses.length === 0) throw new RangeError(`cannot read the tolerance "${tolerance}"`)
  const fits = clauses.map((clause) => ({ clause, fit: fitOf(clause, path) })).sort((a, b) => b.fit - a.fit)
  if (fits[0]!.fit > 0) return fits[0]!.clause.closeness
  if (clauses.some(({ numbers }) => numbers.length > 0)) return ILLUSTRATION
  const unnamed = clauses.find(({ subjects }) => subjects.length === 0)
  const general = clauses.find(({ subjects }) => subjects.some((subject) => GENERAL.includes(subject)))
  return (unnamed ?? general ?? loosest(clauses)).closeness
}

/** Rounding of the last bit, so that a tolerance of 0 still allows 0.1 + 0.2. */
const LAST_BIT = 1e-12
/** A figure printed with this many digits is known to half of its last one. */
const PRINTED_DIGITS = 9

function printedSlack(expected: number): number {
  const [digits = '', exponent = '0'] = Math.abs(expected).toString().split('e')
  const decimals = digits.split('.')[1]?.length ?? 0
  const isRounded = decimals > 0 && digits.replace(/^[0.]+|\./g, '').length >= PRINTED_DIGITS
  const half = isRounded ? 0.5000001 * 10 ** (Number(exponent) - decimals) : 0
  return Math.max(half, LAST_BIT * Math.abs(expected))
}

/** Whether `got` agrees with `expected` as closely as asked. */
export function agrees(got: number, expected: number, closeness: Closeness): boolean {
  if (!Number.isFinite(got)) return false
  const distance = Math.abs(got - expected)
  const slack = printedSlack(expected)
  if (closeness.kind === 'scaled')
    return distance <= closeness.amount * Math.max(1, Math.abs(expected)) + slack
  if (closeness.kind === 'relative') return distance <= closeness.amount * Math.abs(expected)
  if (closeness.kind === 'absolute') return distance <= closeness.amount + slack
  const holds = { '<': got < closeness.amount, '>': got > closeness.amount }
  const equals = got === closeness.amount
  return closeness.sign.startsWith('<')
    ? holds['<'] || (closeness.sign === '<=' && equals)
    : holds['>'] || (closeness.sign === '>=' && equals)
}
