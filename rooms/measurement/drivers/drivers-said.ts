import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { Driver, Drivers } from './drivers.contract.ts'

type DriversTold = Omit<Drivers, 'finding' | 'period'>

/** A driver is told apart from nothing below this adjusted p. */
const told = 0.05

/** What drivers say, in words: the heaviest first, what to do first, what it would bring, and how far it can be trusted. */
export function driversSaid(result: DriversTold): Finding {
  const strongest = result.drivers.filter(({ p }) => p < told)
  return {
    evidence: 'associated',
    headline: headlineOf(result, strongest),
    points: result.why === null ? pointsOf(result) : [],
    assumptions: assumptionsOf(result),
  }
}

/** What is driven: a measure by its name, an outcome with the days in which it counts. */
const drivenIn = {
  en: ({ measure, outcome }: DriversTold, w: Writer) =>
    outcome === null
      ? w.name(measure.name)
      : outcome.reads === 'happened'
        ? `“${outcome.key}” within ${w.number(outcome.days)} days`
        : `the “${outcome.key}” of the ${w.number(outcome.days)} days after`,
  fr: ({ measure, outcome }: DriversTold, w: Writer) =>
    outcome === null
      ? w.name(measure.name)
      : outcome.reads === 'happened'
        ? `« ${outcome.key} » sous ${w.number(outcome.days)} jours`
        : `« ${outcome.key} » des ${w.number(outcome.days)} jours d’après`,
} as const

/** Whose differences are explained: those of answers, or of people. */
const rowsIn = {
  en: ({ outcome }: DriversTold) => (outcome ? 'people' : 'answers'),
  fr: ({ outcome }: DriversTold) => (outcome ? 'les personnes' : 'les réponses'),
} as const

function headlineOf(result: DriversTold, [first, second]: readonly Driver[]): Said {
  const { why, n, r2, outcome } = result
  if (why !== null) return outcome ? (whyNotFollowed[why] ?? whySaid[why]) : whySaid[why]
  if (!first)
    return said({
      en: (w) =>
        outcome
          ? `No mark goes with ${drivenIn.en(result, w)}, among ${w.number(n)} people.`
          : `Nothing that was asked beside it goes with ${drivenIn.en(result, w)}, among ${w.number(n)} responses.`,
      fr: (w) =>
        outcome
          ? `Aucune note ne va avec ${drivenIn.fr(result, w)}, sur ${w.number(n)} personnes.`
          : `Rien de ce qui a été demandé en même temps ne va avec ${drivenIn.fr(result, w)}, sur ${w.number(n)} réponses.`,
    })
  const isClear = first.ranks.worst === 1
  const { low, high } = first.share
  const all = r2?.value ?? 0
  const digits = all < 0.01 ? 2 : all < 0.1 ? 1 : 0
  if (!isClear && !second) return aloneSaid(result, first)
  return isClear
    ? said({
        en: (w) =>
          `${w.name(first.name)} weighs most on ${drivenIn.en(result, w)}: it goes with ${w.percentRange(low ?? 0, high ?? 0, digits)} of what sets ${rowsIn.en(result)} apart, of ${w.percent(all, digits)} explained in all.`,
        fr: (w) =>
          `${w.name(first.name)} pèse le plus sur ${drivenIn.fr(result, w)} : ${w.percentRange(low ?? 0, high ?? 0, digits)} de ce qui distingue ${rowsIn.fr(result)}, sur ${w.percent(all, digits)} expliqués en tout.`,
      })
    : said({
        en: (w) =>
          `${w.name(first.name)} and ${w.name(second!.name)} weigh most on ${drivenIn.en(result, w)}; which of them comes first cannot be told.`,
        fr: (w) =>
          `${w.name(first.name)} et ${w.name(second!.name)} pèsent le plus sur ${drivenIn.fr(result, w)} ; lequel vient en premier ne peut être dit.`,
      })
}

/** One driver is told apart from nothing, but others may weigh as much. */
function aloneSaid(result: DriversTold, { name, share }: Driver): Said {
  const [low, high] = [share.low ?? 0, share.high ?? 0]
  const digits = high < 0.01 ? 2 : 1
  return said({
    en: (w) =>
      `${w.name(name)} alone is told to weigh on ${drivenIn.en(result, w)}: it goes with ${w.percentRange(low, high, digits)} of what sets ${rowsIn.en(result)} apart; others may weigh as much.`,
    fr: (w) =>
      `Seul ${w.name(name)} pèse sur ${drivenIn.fr(result, w)} à coup sûr : ${w.percentRange(low, high, digits)} de ce qui distingue ${rowsIn.fr(result)} ; d’autres pèsent peut-être autant.`,
  })
}

function pointsOf(result: DriversTold): Said[] {
  const fix = result.drivers.find(({ quadrant, p }) => quadrant === 'fix-first' && p < told)
  const protect = result.drivers.find(({ quadrant, p }) => quadrant === 'protect' && p < told)
  const idle = result.drivers.filter(({ p }) => p >= told)
  const lived = result.drivers.filter(({ isLived, p }) => isLived && p < told)
  return [
    ...lived.map((driver) => livedSaid(result, driver)),
    ...(fix ? [fixSaid(result, fix)] : []),
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

/** What goes with something that happened, the marks beside it being as they are. */
function livedSaid(result: DriversTold, driver: Driver): Said {
  return said({
    en: (w) =>
      `${w.name(driver.name)}, by one more and all else alike, goes with ${gainIn(result.measure, driver, w).en} of ${drivenIn.en(result, w)} (mean ${w.number(driver.performance.value ?? 0, 2)}).`,
    fr: (w) =>
      `${w.name(driver.name)}, de un en plus et tout le reste égal, va avec ${gainIn(result.measure, driver, w).fr} de ${drivenIn.fr(result, w)} (moyenne ${w.number(driver.performance.value ?? 0, 2)}).`,
  })
}

function fixSaid(result: DriversTold, driver: Driver): Said {
  return said({
    en: (w) =>
      `Fix ${w.name(driver.name)} first: heavy, and below the others at ${w.number(driver.performance.value ?? 0, 2)}. One mark more there goes with ${gainIn(result.measure, driver, w).en} of ${drivenIn.en(result, w)}.`,
    fr: (w) =>
      `Traiter d’abord ${w.name(driver.name)} : lourd, et sous les autres à ${w.number(driver.performance.value ?? 0, 2)}. Une note de plus y va avec ${gainIn(result.measure, driver, w).fr} de ${drivenIn.fr(result, w)}.`,
  })
}

/** What one mark more goes with, from one end of its interval to the other, in the unit of what is driven. */
function gainIn({ unit, valueUnit = '' }: DriversTold['measure'], driver: Driver, w: Writer) {
  const { low, high } = driver.figureEffect ?? driver.effect
  const [from, to] = [low ?? 0, high ?? 0]
  if (unit === 'money') {
    const digits = Math.max(Math.abs(from), Math.abs(to)) < 100 ? 2 : 0
    const [least, most] = [w.money(from, valueUnit, digits), w.money(to, valueUnit, digits)]
    return { en: `${least} to ${most}`, fr: `${least} à ${most}` }
  }
  const digits = Math.max(Math.abs(from), Math.abs(to)) < 0.1 ? 4 : 2
  if (unit === 'score' && driver.figureEffect !== null) {
    const bare = w.range(from, to, digits)
    return { en: bare, fr: bare }
  }
  if (driver.figureEffect === null)
    return { en: `${w.range(from, to, digits)} marks`, fr: `${w.range(from, to, digits)} points` }
  const range = unit === 'share' ? w.range(100 * from, 100 * to, 1) : w.range(from, to, 1)
  return { en: `${range} points`, fr: `${range} points` }
}

function assumptionsOf(result: DriversTold): Said[] {
  const overlapping = result.drivers.filter(({ inflation }) => inflation > 10)
  const conflicting = result.drivers.filter(({ signConflict, p }) => signConflict && p < told)
  return [
    said({
      en: () =>
        'What goes together need not be cause and effect: who is content marks everything higher. Only a change that was tried and compared shows what it causes.',
      fr: () =>
        'Ce qui va ensemble n’est pas forcément cause et effet : qui est content note tout plus haut. Seul un changement essayé et comparé montre ce qu’il cause.',
    }),
    ...(result.outcome ? [followedSaid(result.outcome)] : []),
    result.cases === 'available'
      ? said({
          en: (w) =>
            `Of each two columns all ${result.outcome ? 'people' : 'responses'} count that answered both, ${w.number(result.fewest)} at the fewest; ${w.number(result.complete)} of ${w.number(result.n)} answered everything. Nothing was filled in.`,
          fr: (w) =>
            `De chaque paire de colonnes comptent ${rowsIn.fr(result)} qui ont répondu aux deux, ${w.number(result.fewest)} au moins ; ${w.number(result.complete)} sur ${w.number(result.n)} ont répondu à tout. Rien n’a été complété.`,
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

function followedSaid({ days, isHeld, marks, key }: NonNullable<Drivers['outcome']>): Said {
  return said({
    en: (w) =>
      `Each person counts once, with the mean of their marks (${w.name(marks.name)}), and is followed for ${w.number(days)} days after the last mark whose days are over. ${isHeld ? `How much “${key}” there was in the ${w.number(days)} days before is held constant` : `In the ${w.number(days)} days before, all were alike in “${key}”`}.`,
    fr: (w) =>
      `Chaque personne compte une fois, avec la moyenne de ses notes (${w.name(marks.name)}), et est suivie ${w.number(days)} jours après la dernière note dont les jours sont écoulés. ${isHeld ? `« ${key} » dans les ${w.number(days)} jours d’avant est tenu constant` : `Dans les ${w.number(days)} jours d’avant, toutes étaient pareilles pour « ${key} »`}.`,
  })
}

/** Why no outcome is explained, where that is said otherwise than of a score. */
const whyNotFollowed: Readonly<Partial<Record<NonNullable<Drivers['why']>, Said>>> = {
  'too-few': {
    en: 'Too few people could be followed for so many days to tell what weighs: 50, and 10 for each driver, are needed.',
    fr: 'Trop peu de personnes ont pu être suivies tant de jours pour dire ce qui pèse : il en faut 50, et 10 par facteur.',
  },
  constant: {
    en: 'All people did alike in those days, so nothing can set them apart.',
    fr: 'Toutes les personnes ont fait pareil pendant ces jours : rien ne peut les distinguer.',
  },
  'nothing-beside': {
    en: 'Too few people gave marks whose days are over, so there is nothing to weigh.',
    fr: 'Trop peu de personnes ont donné des notes dont les jours sont écoulés : il n’y a rien à peser.',
  },
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
