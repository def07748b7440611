import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said } from '../analyses/said.ts'
import type { MeasureUnit } from '../contract.ts'
import type { Driver, Drivers } from './drivers.contract.ts'

export interface DriversTold {
  readonly measure: { readonly name: LocalText; readonly unit: MeasureUnit }
  readonly result: Omit<Drivers, 'finding' | 'measure' | 'period'>
}

/** A driver is told apart from nothing below this adjusted p. */
const told = 0.05
const digitsOf = (unit: MeasureUnit) => (unit === 'score' ? 2 : unit === 'share' ? 1 : 1)

/** What drivers say, in words: the heaviest first, what to do first, what it would bring, and how far it can be trusted. */
export function driversSaid({ measure, result }: DriversTold): Finding {
  const strongest = result.drivers.filter(({ p }) => p < told)
  return {
    evidence: 'associated',
    headline: headlineOf(measure, result, strongest),
    points: result.why === null ? pointsOf(measure, result) : [],
    assumptions: assumptionsOf(result),
  }
}

function headlineOf(
  { name }: DriversTold['measure'],
  { why, n, r2 }: DriversTold['result'],
  [first, second]: readonly Driver[],
): Said {
  if (why !== null) return whySaid[why]
  if (!first)
    return said({
      en: ({ name: of, number }) =>
        `Nothing that was asked beside it goes with ${of(name)}, among ${number(n)} responses.`,
      fr: ({ name: of, number }) =>
        `Rien de ce qui a été demandé en même temps ne va avec ${of(name)}, sur ${number(n)} réponses.`,
    })
  const isClear = first.ranks.worst === 1 || !second
  const { low, high } = first.share
  const all = r2?.value ?? 0
  return isClear
    ? said({
        en: (w) =>
          `${w.name(first.name)} weighs most on ${w.name(name)}: it goes with ${w.percentRange(low ?? 0, high ?? 0)} of what sets answers apart, of ${w.percent(all)} explained in all.`,
        fr: (w) =>
          `${w.name(first.name)} pèse le plus sur ${w.name(name)} : ${w.percentRange(low ?? 0, high ?? 0)} de ce qui distingue les réponses, sur ${w.percent(all)} expliqués en tout.`,
      })
    : said({
        en: (w) =>
          `${w.name(first.name)} and ${w.name(second!.name)} weigh most on ${w.name(name)}; which of them comes first cannot be told.`,
        fr: (w) =>
          `${w.name(first.name)} et ${w.name(second!.name)} pèsent le plus sur ${w.name(name)} ; lequel vient en premier ne peut être dit.`,
      })
}

function pointsOf(measure: DriversTold['measure'], result: DriversTold['result']): Said[] {
  const fix = result.drivers.find(({ quadrant, p }) => quadrant === 'fix-first' && p < told)
  const protect = result.drivers.find(({ quadrant, p }) => quadrant === 'protect' && p < told)
  const idle = result.drivers.filter(({ p }) => p >= told)
  return [
    ...(fix ? [fixSaid(measure, fix)] : []),
    ...(protect
      ? [
          said({
            en: (w) => `Protect ${w.name(protect.name)}: it weighs much and is lived well.`,
            fr: (w) => `Protéger ${w.name(protect.name)} : cela pèse lourd et se vit bien.`,
          }),
        ]
      : []),
    ...(idle.length > 0
      ? [
          said({
            en: (w) => `Not told apart from nothing: ${w.list(idle.map(({ name }) => w.name(name)))}.`,
            fr: (w) => `Indiscernable de rien : ${w.list(idle.map(({ name }) => w.name(name)))}.`,
          }),
        ]
      : []),
  ]
}

function fixSaid({ name, unit }: DriversTold['measure'], driver: Driver): Said {
  const { low, high } = driver.figureEffect ?? driver.effect
  const factor = driver.figureEffect && unit === 'share' ? 100 : 1
  const digits = driver.figureEffect ? digitsOf(unit) : 2
  const [from, to] = [(low ?? 0) * factor, (high ?? 0) * factor]
  return said({
    en: (w) =>
      `Fix ${w.name(driver.name)} first: heavy, and below the others at ${w.number(driver.performance.value ?? 0, 2)}. One mark more there goes with ${w.range(from, to, digits)} ${driver.figureEffect ? 'points' : 'marks'} of ${w.name(name)}.`,
    fr: (w) =>
      `Traiter d’abord ${w.name(driver.name)} : lourd, et sous les autres à ${w.number(driver.performance.value ?? 0, 2)}. Une note de plus y va avec ${w.range(from, to, digits)} points de ${w.name(name)}.`,
  })
}

function assumptionsOf(result: DriversTold['result']): Said[] {
  const overlapping = result.drivers.filter(({ inflation }) => inflation > 10)
  const conflicting = result.drivers.filter(({ signConflict, p }) => signConflict && p < told)
  return [
    said({
      en: () =>
        'What goes together need not be cause and effect: who is content marks everything higher. Only a change that was tried and compared shows what it causes.',
      fr: () =>
        'Ce qui va ensemble n’est pas forcément cause et effet : qui est content note tout plus haut. Seul un changement essayé et comparé montre ce qu’il cause.',
    }),
    result.cases === 'available'
      ? said({
          en: (w) =>
            `Of each two columns all responses count that answered both, ${w.number(result.fewest)} at the fewest; ${w.number(result.complete)} of ${w.number(result.n)} answered everything. Nothing was filled in.`,
          fr: (w) =>
            `De chaque paire de colonnes comptent les réponses qui ont répondu aux deux, ${w.number(result.fewest)} au moins ; ${w.number(result.complete)} sur ${w.number(result.n)} ont répondu à tout. Rien n’a été complété.`,
        })
      : said({
          en: (w) =>
            `Only the ${w.number(result.complete)} of ${w.number(result.n)} responses that answered everything count: answers to single pairs contradict one another.`,
          fr: (w) =>
            `Seules comptent les ${w.number(result.complete)} réponses sur ${w.number(result.n)} qui ont répondu à tout : les paires prises une à une se contredisent.`,
        }),
    ...(result.drawn < 1
      ? [
          said({
            en: (w) => `${w.percent(result.drawn)} of the people were drawn by lot and read.`,
            fr: (w) => `${w.percent(result.drawn)} des personnes ont été tirées au sort et lues.`,
          }),
        ]
      : []),
    ...(overlapping.length > 0
      ? [
          said({
            en: (w) =>
              `${w.list(overlapping.map(({ name }) => w.name(name)))} go so much together that only the sum of their parts can be read.`,
            fr: (w) =>
              `${w.list(overlapping.map(({ name }) => w.name(name)))} vont tellement ensemble que seule la somme de leurs parts se lit.`,
          }),
        ]
      : []),
    ...(conflicting.length > 0
      ? [
          said({
            en: (w) =>
              `Beside the others, ${w.list(conflicting.map(({ name }) => w.name(name)))} points the other way than alone: do not read its sign.`,
            fr: (w) =>
              `À côté des autres, ${w.list(conflicting.map(({ name }) => w.name(name)))} va dans l’autre sens que seul : ne pas lire son signe.`,
          }),
        ]
      : []),
  ]
}

const whySaid: Readonly<Record<NonNullable<Drivers['why']>, Said>> = {
  'too-few': {
    en: 'Too few people answered these questions together to tell what weighs: 50, and 10 for each driver, are needed.',
    fr: 'Trop peu de personnes ont répondu à ces questions ensemble pour dire ce qui pèse : il en faut 50, et 10 par facteur.',
  },
  constant: {
    en: 'All answers are alike, so nothing can set them apart.',
    fr: 'Toutes les réponses sont pareilles : rien ne peut les distinguer.',
  },
  collinear: {
    en: 'One of the drivers is a combination of the others, so their parts cannot be told apart.',
    fr: 'Un des facteurs est une combinaison des autres : leurs parts ne se distinguent pas.',
  },
  'not-finite': {
    en: 'A score is not a number that can be reckoned with.',
    fr: 'Une note n’est pas un nombre avec lequel on puisse compter.',
  },
  'group-too-small': {
    en: 'Fewer than 25 employees answered: nothing is told of so few.',
    fr: 'Moins de 25 collaborateurs ont répondu : rien n’est dit d’aussi peu.',
  },
  'nothing-beside': {
    en: 'Nothing was asked together with this measure that enough people answered, so there is nothing to weigh.',
    fr: 'Rien n’a été demandé en même temps que cette mesure à assez de personnes : il n’y a rien à peser.',
  },
}
