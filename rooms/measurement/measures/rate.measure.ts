import { noDifference, noEstimate } from '../../../foundations/statistics/estimate.ts'
import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import { answersIn, type ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import type { Answered, MeasureMethodDefinition } from './measure-method.ts'

/** What of the one kind came, of the other kind sent out. */
const came = { from: 1, to: 1 }

/** How many came of those that were asked: answers to invitations, visits to offers. */
export const rate: MeasureMethodDefinition = {
  description: {
    method: 'rate',
    sentence: {
      en: 'How many came of those that were asked for.',
      fr: 'Combien sont venus de ceux que l’on attendait.',
    },
    numerator: {
      en: 'Facts of the kind, unweighted: surveys answered.',
      fr: 'Faits de la sorte, sans pondération : enquêtes répondues.',
    },
    denominator: {
      en: 'Facts of the kind named by `per`, unweighted: surveys sent.',
      fr: 'Faits de la sorte citée par « per », sans pondération : enquêtes envoyées.',
    },
    interval: { en: 'Wilson score interval at 95 %.', fr: 'Intervalle de Wilson à 95 %.' },
    empty: {
      en: 'Nothing asked for, or more came than were asked for: no figure.',
      fr: 'Rien d’attendu, ou plus de venus que d’attendus : pas de chiffre.',
    },
    unit: 'share',
    source: 'Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857 and 17:873',
  },
  estimate: (answered) => {
    const bins = binsOf(answered)
    return typeof bins === 'string' ? noEstimate('wilson', bins) : boxShareOfBins(bins, came)
  },
  change: (now, before) => {
    const [here, there] = [binsOf(now), binsOf(before)]
    if (typeof here === 'string') return noDifference('newcombe-difference', here)
    if (typeof there === 'string') return noDifference('newcombe-difference', there)
    return shareDifference(here, there, came)
  },
}

function binsOf({ bins, per = [] }: Answered): ScoreBin[] | 'no-answers' | 'not-a-share' {
  const [numerator, denominator] = [answersIn(bins) || 0, answersIn(per) || 0]
  if (denominator === 0) return 'no-answers'
  if (numerator > denominator) return 'not-a-share'
  const bin = (score: number, n: number) => ({ score, n, weight: n, weightSquared: n })
  return [bin(0, denominator - numerator), bin(1, numerator)].filter(({ n }) => n > 0)
}
