import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said } from '../analyses/said.ts'
import { biasedItems } from './biased-items.ts'
import type { ScaleItem, ScalePart, ScaleQuality } from './scale-quality.contract.ts'

type Told = Omit<ScaleQuality, 'finding'>

/** Below this omega a part is held together too loosely for groups to be compared by it (Nunnally 1978). */
const enoughOmega = 0.7
/** What the quality of a scale says, by rules: who answers what otherwise, what holds together too loosely, else that it is sound. */
export function scaleQualityFinding(told: Told): Finding {
  const loose = told.parts.filter(({ omega }) => omega !== null && omega.value! < enoughOmega)
  const biased = biasedItems(told)
  return {
    evidence: 'measured',
    headline: headlineOf(told, { loose, biased }),
    points: [...looseSaid(loose), ...biasedSaid(biased), ...stepsSaid(told), ...linkedSaid(told)],
    assumptions: assumptionsOf(told),
  }
}

/** The group that answers a question most otherwise. */
function furthest({ shifts }: ScaleItem) {
  return shifts.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a))
}

interface Faults {
  readonly loose: readonly ScalePart[]
  readonly biased: readonly ScaleItem[]
}

function headlineOf({ measure, why, parts, steps, complete, groups }: Told, { loose, biased }: Faults): Said {
  if (why !== null) return whySaid[why]
  const [first] = biased
  if (first) {
    const { group, value } = furthest(first)
    return said({
      en: (w) =>
        `“${first.question}” is not answered alike everywhere: in “${group}” ${w.number(Math.abs(value), 1)} points of 100 ${value > 0 ? 'higher' : 'lower'} at the same level of what it measures.`,
      fr: (w) =>
        `« ${first.question} » ne se répond pas partout de même : dans « ${group} » ${w.number(Math.abs(value), 1)} points sur 100 ${value > 0 ? 'plus haut' : 'plus bas'} au même niveau de ce qu’elle mesure.`,
    })
  }
  if (steps.some(({ holds }) => !holds))
    return said({
      en: (w) =>
        `Groups do not answer “${w.name(measure.name)}” alike: what they score does not compare as it stands.`,
      fr: (w) =>
        `Les groupes ne répondent pas de même à « ${w.name(measure.name)} » : leurs notes ne se comparent pas telles quelles.`,
    })
  const [weak] = loose
  if (weak)
    return said({
      en: (w) =>
        `“${w.name(weak.name)}” holds together loosely (omega ${w.number(weak.omega!.value!, 2)}): its questions do not measure one thing.`,
      fr: (w) =>
        `« ${w.name(weak.name)} » tient mal ensemble (oméga ${w.number(weak.omega!.value!, 2)}) : ses questions ne mesurent pas une même chose.`,
    })
  const omegas = parts.flatMap(({ omega }) => (omega ? [omega.value!] : []))
  const [low, high] = [Math.min(...omegas), Math.max(...omegas)]
  return groups.length > 0
    ? said({
        en: (w) =>
          `“${w.name(measure.name)}” is measured soundly, and alike in all groups: its parts hold together (omega ${w.range(low, high, 2)}; ${w.number(complete)} responses).`,
        fr: (w) =>
          `« ${w.name(measure.name)} » se mesure solidement, et de même dans tous les groupes : ses composantes tiennent ensemble (oméga ${w.range(low, high, 2)} ; ${w.number(complete)} réponses).`,
      })
    : said({
        en: (w) =>
          `“${w.name(measure.name)}” is measured soundly: its parts hold together (omega ${w.range(low, high, 2)}; ${w.number(complete)} responses).`,
        fr: (w) =>
          `« ${w.name(measure.name)} » se mesure solidement : ses composantes tiennent ensemble (oméga ${w.range(low, high, 2)} ; ${w.number(complete)} réponses).`,
      })
}

function looseSaid(loose: readonly ScalePart[]): Said[] {
  return loose.map((part) =>
    said({
      en: (w) =>
        `“${w.name(part.name)}”: omega ${w.number(part.omega!.value!, 2)}, below the 0.70 that comparing groups asks for. Ask another question of the same, or take out the one that goes least with the rest.`,
      fr: (w) =>
        `« ${w.name(part.name)} » : oméga ${w.number(part.omega!.value!, 2)}, sous les 0,70 que demande la comparaison de groupes. Posez une question de plus sur la même chose, ou retirez celle qui va le moins avec les autres.`,
    }),
  )
}

function biasedSaid(biased: readonly ScaleItem[]): Said[] {
  if (biased.length === 0) return []
  return [
    said({
      en: (w) =>
        `Look at the wording of ${w.list(biased.map(({ question }) => `“${question}”`))}: a translation, or a custom of answering, sets groups apart there, not what they live.`,
      fr: (w) =>
        `Relisez la formulation de ${w.list(biased.map(({ question }) => `« ${question} »`))} : une traduction, ou une habitude de réponse, y sépare les groupes, et non ce qu’ils vivent.`,
    }),
  ]
}

function stepsSaid({ steps, groups }: Told): Said[] {
  const broken = steps.find(({ holds }) => !holds)
  const names = groups.map(({ name }) => name)
  if (steps.length === 0) return []
  if (!broken)
    return [
      said({
        en: (w) => `Means of ${w.list(names)} compare: structure, loadings and intercepts are the same.`,
        fr: (w) =>
          `Les moyennes de ${w.list(names)} se comparent : structure, saturations et ordonnées sont les mêmes.`,
      }),
    ]
  return [
    broken.level === 'metric'
      ? said({
          en: () => 'Questions mean more in one group than in another: neither relations nor means compare.',
          fr: () =>
            'Les questions disent plus dans un groupe que dans un autre : ni les relations ni les moyennes ne se comparent.',
        })
      : said({
          en: () =>
            'Questions mean the same, but are answered at other levels: relations compare, means do not.',
          fr: () =>
            'Les questions disent la même chose, mais se répondent à d’autres niveaux : les relations se comparent, les moyennes non.',
        }),
  ]
}

function linkedSaid({ series }: Told): Said[] {
  const changed = series.filter(({ items, common }) => items !== common)
  const last = changed.at(-1)
  if (!last) return []
  return [
    last.linked.value === null
      ? said({
          en: () =>
            `Other questions were asked up to ${last.period}, none of which is still asked: what came before does not compare.`,
          fr: () =>
            `D’autres questions étaient posées jusqu’à ${last.period}, dont plus aucune ne l’est : ce qui précède ne se compare pas.`,
        })
      : said({
          en: (w) =>
            `Other questions were asked up to ${last.period}: it scored ${w.number(last.raw.value!, 1)} then, which is ${w.number(last.linked.value!, 1)} on the questions of today.`,
          fr: (w) =>
            `D’autres questions étaient posées jusqu’à ${last.period} : la note y était ${w.number(last.raw.value!, 1)}, soit ${w.number(last.linked.value!, 1)} sur les questions d’aujourd’hui.`,
        }),
  ]
}

function assumptionsOf({ n, complete, drawn, steps }: Told): Said[] {
  return [
    said({
      en: (w) =>
        `${w.number(complete)} of ${w.number(n)} responses answered all questions in use, and models rest on them. Each question belongs to one part; parts may go together.`,
      fr: (w) =>
        `${w.number(complete)} réponses sur ${w.number(n)} ont répondu à toutes les questions en usage, et les modèles reposent sur elles. Chaque question appartient à une composante ; les composantes peuvent aller ensemble.`,
    }),
    said({
      en: () =>
        'The whole is a composite of different things, which need not agree: alpha and omega are told of its parts alone.',
      fr: () =>
        'Le tout est fait de choses différentes, qui n’ont pas à s’accorder : alpha et oméga ne se disent que de ses composantes.',
    }),
    ...(steps.length > 0
      ? [
          said({
            en: (w) =>
              `Holding more equal may cost ${w.number(0.01, 2)} of the comparative fit index (Cheung & Rensvold 2002); with many responses chi-squared finds what does not matter.`,
            fr: (w) =>
              `Tenir plus de choses égales peut coûter ${w.number(0.01, 2)} de l’indice comparatif (Cheung & Rensvold 2002) ; avec beaucoup de réponses le khi-deux trouve ce qui n’importe pas.`,
          }),
        ]
      : []),
    said({
      en: () =>
        'A score on other questions is linked over those that stayed (chained linear linking, Kolen & Brennan 2014), as if these were understood as before.',
      fr: () =>
        'Une note sur d’autres questions est reliée par celles qui sont restées (liaison linéaire en chaîne, Kolen & Brennan 2014), comme si celles-ci se comprenaient comme avant.',
    }),
    ...(drawn < 1
      ? [
          said({
            en: (w) => `${w.percent(drawn)} of the people were drawn by lot and read.`,
            fr: (w) => `${w.percent(drawn)} des personnes ont été tirées au sort et lues.`,
          }),
        ]
      : []),
  ]
}

const whySaid: Readonly<Record<NonNullable<ScaleQuality['why']>, Said>> = {
  'too-few': {
    en: 'Fewer than 100 responses answered all questions in use: too few to judge them.',
    fr: 'Moins de 100 réponses ont répondu à toutes les questions en usage : trop peu pour les juger.',
  },
  'one-question': {
    en: 'Too few questions are asked together to tell whether they measure one thing: three are needed, two of them of one part.',
    fr: 'Trop peu de questions sont posées ensemble pour dire si elles mesurent une même chose : il en faut trois, dont deux d’une même composante.',
  },
  'one-group': {
    en: 'Only one group has 100 responses, so there is nothing to compare.',
    fr: 'Un seul groupe a 100 réponses : il n’y a rien à comparer.',
  },
  constant: {
    en: 'All answers to one of the questions are alike.',
    fr: 'Toutes les réponses à l’une des questions sont pareilles.',
  },
  collinear: {
    en: 'Two of the questions are answered exactly alike: one of them says nothing of its own.',
    fr: 'Deux des questions se répondent exactement de même : l’une des deux ne dit rien de plus.',
  },
  'not-converged': {
    en: 'No model of these parts fits the answers: the questions do not belong together as they are put.',
    fr: 'Aucun modèle de ces composantes ne convient aux réponses : les questions ne vont pas ensemble ainsi.',
  },
  'not-finite': {
    en: 'An answer is not a number that can be reckoned with.',
    fr: 'Une réponse n’est pas un nombre avec lequel on puisse compter.',
  },
  'group-too-small': {
    en: 'Fewer than 25 employees answered: nothing is told of so few.',
    fr: 'Moins de 25 collaborateurs ont répondu : rien n’est dit d’aussi peu.',
  },
}
