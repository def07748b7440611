import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { Journey } from '../../design/contract.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said } from '../analyses/said.ts'
import type { Measure, Period } from '../contract.ts'
import type { Moment, Moments } from './moments.contract.ts'
import type { MomentsFound } from './moments-of-responses.ts'

export interface MomentsToTell {
  readonly found: MomentsFound
  readonly measure: Measure
  readonly period: Period
  readonly touchpoints: readonly { readonly key: string; readonly name: LocalText }[]
  readonly journeys: readonly Journey[]
}

/** Moments of truth as they cross the door: named, what decides most first, beside what the designers declared. */
export function toldMoments({ found, measure, period, touchpoints, journeys }: MomentsToTell): Moments {
  const { n, drawn, names, statement } = found
  const declared = new Set(journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.moments)))
  const whole = typeof found.found === 'string' ? null : found.found
  const moments = (whole?.touchpoints ?? []).map((one, at): Moment => {
    const { kind, touchpoint } = names[at]!
    const { penalty, reward, range, asymmetry, isThin } = one
    return {
      ...{ kind, touchpoint, penalty, reward, range, asymmetry, isThin },
      name: touchpoints.find(({ key }) => key === touchpoint)?.name ?? touchpoint,
      character: isThin ? null : one.kind,
      ...{ low: Math.round(one.low), top: Math.round(one.top) },
      ...{ declared: declared.has(touchpoint), detected: one.isMomentOfTruth },
    }
  })
  const sorted = moments.sort((a, b) => (b.range.value ?? 0) - (a.range.value ?? 0))
  const why = typeof found.found === 'string' ? (found.found as Moments['why']) : null
  const { key, name } = measure
  return {
    measure: { key, name },
    ...{ period, why, n, drawn, fewest: whole?.fewest ?? 0, moments: sorted },
    finding: saidOf({ why, moments: sorted, name, fewest: whole?.fewest ?? 0 }),
    query: { sql: statement.sql, parameters: { ...statement.parameters } },
  }
}

interface ToSay {
  readonly why: Moments['why']
  readonly moments: readonly Moment[]
  readonly name: LocalText
  readonly fewest: number
}

function saidOf({ why, moments, name, fewest }: ToSay): Finding {
  const detected = moments.filter((one) => one.detected)
  return {
    evidence: 'associated',
    headline: why === null ? headlineOf(detected, name) : whySaid[why],
    points: why === null ? pointsOf(moments) : [],
    assumptions: [
      said({
        en: () =>
          'A mark counts as low in the lowest third of the marks given, as top at their upper end. What goes with them need not be caused by them.',
        fr: () =>
          'Une note compte comme basse dans le tiers inférieur des notes données, comme haute à leur extrémité supérieure. Ce qui va avec elles n’en est pas forcément l’effet.',
      }),
      said({
        en: (w) =>
          `Responses count that answered both of two touchpoints, ${w.number(fewest)} at the fewest.`,
        fr: (w) =>
          `Comptent les réponses qui ont noté l’un et l’autre de deux points de contact, ${w.number(fewest)} au moins.`,
      }),
    ],
  }
}

function headlineOf(detected: readonly Moment[], name: LocalText): Said {
  const [first] = detected
  if (!first)
    return said({
      en: (w) => `No touchpoint decides about ${w.name(name)} so much that it is told apart from the others.`,
      fr: (w) => `Aucun point de contact ne décide de ${w.name(name)} au point de se distinguer des autres.`,
    })
  const cost = Math.abs(first.penalty.value ?? 0)
  const gain = first.reward.value ?? 0
  return said({
    en: (w) =>
      `${w.name(first.name)} decides most about ${w.name(name)}: it costs ${w.number(cost, 1)} where it goes badly and brings ${w.number(gain, 1)} where it goes very well.`,
    fr: (w) =>
      `${w.name(first.name)} décide le plus de ${w.name(name)} : cela coûte ${w.number(cost, 1)} quand cela se passe mal et apporte ${w.number(gain, 1)} quand cela se passe très bien.`,
  })
}

function pointsOf(moments: readonly Moment[]): Said[] {
  const named = (of: (moment: Moment) => boolean) => moments.filter(of).map(({ name }) => name)
  const lines: [readonly LocalText[], { en: string; fr: string }][] = [
    [named((one) => one.declared && one.detected), { en: 'Declared and detected', fr: 'Déclaré et détecté' }],
    [
      named((one) => !one.declared && one.detected),
      { en: 'Detected, and declared by nobody', fr: 'Détecté, et déclaré par personne' },
    ],
    [
      named((one) => one.declared && !one.detected && !one.isThin),
      { en: 'Declared, and not detected', fr: 'Déclaré, et non détecté' },
    ],
    [
      named(({ character }) => character === 'frustrator'),
      { en: 'Can only disappoint: make it reliable', fr: 'Ne peut que décevoir : le rendre fiable' },
    ],
    [
      named(({ character }) => character === 'delighter'),
      { en: 'Can only delight: make it remarkable', fr: 'Ne peut que ravir : le rendre remarquable' },
    ],
  ]
  return lines
    .filter(([names]) => names.length > 0)
    .map(([names, text]) =>
      said({
        en: (w) => `${text.en}: ${w.list(names.map(w.name))}.`,
        fr: (w) => `${text.fr} : ${w.list(names.map(w.name))}.`,
      }),
    )
}

const whySaid: Readonly<Record<NonNullable<Moments['why']>, Said>> = {
  'too-few': {
    en: 'Too few people marked these touchpoints together: 20 for each touchpoint, and 50 in all, are needed.',
    fr: 'Trop peu de personnes ont noté ces points de contact ensemble : il en faut 20 par point de contact, et 50 en tout.',
  },
  collinear: {
    en: 'Low and top marks of these touchpoints go together so much that their parts cannot be told apart.',
    fr: 'Les notes basses et hautes de ces points de contact vont tellement ensemble que leurs parts ne se distinguent pas.',
  },
  'group-too-small': {
    en: 'Fewer than 25 employees answered: nothing is told of so few.',
    fr: 'Moins de 25 collaborateurs ont répondu : rien n’est dit d’aussi peu.',
  },
  'nothing-beside': {
    en: 'No touchpoint was marked together with this measure by enough people.',
    fr: 'Aucun point de contact n’a été noté en même temps que cette mesure par assez de personnes.',
  },
}
