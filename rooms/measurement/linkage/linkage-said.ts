import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { Chain, Indicator, Link, Linkage, LinkageGrain } from './linkage.contract.ts'

type Told = Omit<Linkage, 'finding'>

/** What links say, by rules: a chain that is shown, else the surest link, else that none is. */
export function linkageFinding(told: Told): Finding {
  const { links, chains } = told
  const shown = links.filter(({ isShown }) => isShown)
  const [chain] = chains
  const [first] = shown
  return {
    evidence: 'associated',
    headline: chain ? chainSaid(chain, told) : first ? linkSaid(first, told) : nothingSaid(told),
    points: [
      ...(chain ? shown : shown.slice(1)).slice(0, 5).map((link) => linkSaid(link, told)),
      ...backSaid(shown, told),
    ],
    assumptions: assumptionsSaid(told),
  }
}

const of = (key: string, { indicators }: Pick<Told, 'indicators'>): Indicator =>
  indicators.find((one) => one.key === key)!

/** A change of an indicator: percent of money, points of a share, else its own unit. */
function changeOf({ isLog, unit }: Indicator, w: Writer) {
  const number = (value: number, signed: boolean) => {
    const scaled = unit === 'share' ? value * 100 : value
    const digits = unit === 'points' ? 1 : Math.abs(scaled) < 0.1 ? 3 : isLog && Math.abs(scaled) >= 1 ? 1 : 2
    return signed ? w.signed(scaled, digits) : w.number(scaled, digits)
  }
  return {
    signed: (value: number) => number(value, true) + (isLog ? w.percentSign : ''),
    range: ({ low, high }: EstimateView, to: string) =>
      low === null || high === null ? '' : ` (${number(low, true)} ${to} ${number(high, true)})`,
    isPoints: unit === 'share' || unit === 'points',
  }
}

const periodWords = {
  month: { en: ['month', 'months'], fr: ['mois', 'mois'] },
  quarter: { en: ['quarter', 'quarters'], fr: ['trimestre', 'trimestres'] },
  year: { en: ['year', 'years'], fr: ['an', 'ans'] },
  all: { en: ['whole time', 'whole times'], fr: ['durée', 'durées'] },
} as const satisfies Readonly<Record<LinkageGrain, Record<'en' | 'fr', readonly [string, string]>>>

/** A language and what writes it. */
interface Pen {
  readonly language: 'en' | 'fr'
  readonly w: Writer
}

function later(lag: number, { mode, grain }: Told, { language, w }: Pen): string {
  if (mode === 'between') return ''
  if (lag === 0)
    return language === 'en' ? ` in the same ${periodWords[grain].en[0]}` : ` dans la même période`
  const [one, many] = periodWords[grain][language]
  const length = `${w.number(lag)} ${lag === 1 ? one : many}`
  return language === 'en' ? ` ${length} later` : ` ${length} plus tard`
}

/** One step more of an indicator, in words. */
function stepSaid({ unit, name }: Indicator, w: Writer, language: 'en' | 'fr'): string {
  const [marks, point, points, more] =
    language === 'en'
      ? ['A tenth of a mark', 'One point', 'Ten points', 'One']
      : ['Un dixième de note', 'Un point', 'Dix points', 'Un']
  const size = unit === 'score' ? marks : unit === 'share' ? point : unit === 'points' ? points : more
  return language === 'en'
    ? `${size} more of ${quoted(name, w, language)}`
    : `${size} de plus en ${quoted(name, w, language)}`
}

const quoted = (name: Indicator['name'], w: Writer, language: 'en' | 'fr') =>
  language === 'en' ? `“${w.name(name)}”` : `« ${w.name(name)} »`

/** The slope that is told: freed of noise where that can be, else as observed. */
export function slopeTold({ freed, slope }: Pick<Link, 'freed' | 'slope'>): EstimateView {
  return freed && freed.value !== null ? freed : slope
}

/** One link in words. */
export function linkSaid(link: Link, told: Told): Said {
  const [x, y] = [of(link.x, told), of(link.y, told)]
  const slope = slopeTold(link)
  const write = (w: Writer, language: 'en' | 'fr') => {
    const change = changeOf(y, w)
    const [goes, to, points, at] =
      language === 'en' ? ['goes with', 'to', ' points', ' in'] : ['va avec', 'à', ' points', ' de']
    const size = `${change.signed(slope.value!)}${change.isPoints ? points : ''}${change.range(slope, to)}`
    return `${stepSaid(x, w, language)} ${goes} ${size}${at} ${quoted(y.name, w, language)}${later(link.lag, told, { language, w })}.`
  }
  return said({ en: (w) => write(w, 'en'), fr: (w) => write(w, 'fr') })
}

/** What runs from employees through customers to results, in words. */
export function chainSaid(chain: Chain, told: Told): Said {
  const [x, m, y] = [of(chain.x, told), of(chain.mediator, told), of(chain.y, told)]
  const whole = chain.indirect
  const delay = chain.lags[0] + chain.lags[1]
  const write = (w: Writer, language: 'en' | 'fr') => {
    const change = changeOf(y, w)
    const points = change.isPoints ? ' points' : ''
    const size = `${change.signed(whole.value!)}${points}${change.range(whole, language === 'en' ? 'to' : 'à')}`
    return language === 'en'
      ? `${stepSaid(x, w, language)} reaches “${w.name(m.name)}”${later(chain.lags[0], told, { language, w })} and through it goes with ${size} in “${w.name(y.name)}”${later(delay, told, { language, w })}.`
      : `${stepSaid(x, w, language)} atteint « ${w.name(m.name)} »${later(chain.lags[0], told, { language, w })} et, par là, va avec ${size} de « ${w.name(y.name)} »${later(delay, told, { language, w })}.`
  }
  return said({ en: (w) => write(w, 'en'), fr: (w) => write(w, 'fr') })
}

function nothingSaid({ tested, units, mode }: Told): Said {
  if (tested === 0)
    return said({
      en: (w) =>
        `No two figures of the same units can be put side by side: ${w.number(units)} units, and 8 with figures on two sides are needed.`,
      fr: (w) =>
        `Aucune paire de chiffres des mêmes unités ne peut être rapprochée : ${w.number(units)} unités, et il en faut 8 avec des chiffres de deux côtés.`,
    })
  return said({
    en: (w) =>
      `No link is shown ${mode === 'within' ? 'within' : 'between'} ${w.number(units)} units, in ${w.number(tested)} tests looked at together.`,
    fr: (w) =>
      `Aucun lien n’apparaît ${mode === 'within' ? 'au sein de' : 'entre'} ${w.number(units)} unités, en ${w.number(tested)} tests regardés ensemble.`,
  })
}

/** Of the surest link, whether it also goes the other way round. */
function backSaid(shown: readonly Link[], told: Told): Said[] {
  const link = shown.find(({ back }) => back !== null)
  if (!link?.back) return []
  const { back } = link
  const [x, y] = [of(link.x, told), of(link.y, told)]
  const isShown = back.p < 0.05
  return [
    said({
      en: (w) =>
        `The other way round, “${w.name(y.name)}” before “${w.name(x.name)}”, ${isShown ? 'a link is seen too' : 'no link is seen'} (r ${w.number(back.r, 2)}, p ${w.number(back.p, 2)}).`,
      fr: (w) =>
        `Dans l’autre sens, « ${w.name(y.name)} » avant « ${w.name(x.name)} », ${isShown ? 'un lien se voit aussi' : 'aucun lien ne se voit'} (r ${w.number(back.r, 2)}, p ${w.number(back.p, 2)}).`,
    }),
  ]
}

function assumptionsSaid({ mode, tested, indicators, controls }: Told): Said[] {
  const hidden = indicators.reduce((sum, one) => sum + one.hidden, 0)
  const held = indicators.filter(({ key }) => controls.includes(key))
  return [
    mode === 'within'
      ? said({
          en: () =>
            'Each unit is compared with itself over time, and what moves all units at once is taken out; a third thing that moves both figures of a unit remains possible. It goes together, it is not shown to cause.',
          fr: () =>
            'Chaque unité est comparée à elle-même dans le temps, et ce qui fait bouger toutes les unités à la fois est ôté ; une troisième chose qui ferait bouger les deux chiffres d’une unité reste possible. Cela va ensemble, ce n’est pas montré comme cause.',
        })
      : said({
          en: () =>
            'Units are compared with one another: there are too few periods to compare each with itself. What else makes them differ may lie behind a link.',
          fr: () =>
            'Les unités sont comparées entre elles : il y a trop peu de périodes pour comparer chacune à elle-même. Ce qui les distingue par ailleurs peut expliquer un lien.',
        }),
    said({
      en: () => 'What holds for units need not hold for people: a good store is not a good seller.',
      fr: () =>
        'Ce qui vaut pour des unités ne vaut pas forcément pour des personnes : un bon magasin n’est pas un bon vendeur.',
    }),
    said({
      en: (w) =>
        `${w.number(tested)} pairs and lags were looked at together; of the links told, one in twenty is expected to be chance.`,
      fr: (w) =>
        `${w.number(tested)} paires et délais ont été regardés ensemble ; parmi les liens dits, un sur vingt est attendu par hasard.`,
    }),
    said({
      en: () =>
        'The noise of small groups is taken out of slopes as far as answers of one sitting tell it; what is left makes a chain look weaker rather than stronger.',
      fr: () =>
        'Le bruit des petits groupes est ôté des pentes autant que les réponses d’une même séance le disent ; ce qui en reste fait paraître une chaîne plus faible plutôt que plus forte.',
    }),
    ...(held.length > 0
      ? [
          said({
            en: (w) => `Held constant: ${w.list(held.map(({ name }) => w.name(name)))}.`,
            fr: (w) => `Tenu constant : ${w.list(held.map(({ name }) => w.name(name)))}.`,
          }),
        ]
      : []),
    ...(hidden > 0
      ? [
          said({
            en: (w) =>
              `${w.number(hidden)} figures of a unit in a period are left out: too few employees stand behind them.`,
            fr: (w) =>
              `${w.number(hidden)} chiffres d’une unité dans une période sont laissés de côté : trop peu de salariés derrière.`,
          }),
        ]
      : []),
  ]
}
