import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { CarriedIncident, CarriedMark, CarryOver, ChannelSwitch } from './carry-over.contract.ts'

type Told = Omit<CarryOver, 'finding'>

/** What carry-over says, by rules: which incident is felt again where, else which marks go together, else that nothing is told. */
export function carryOverFinding(told: Told): Finding {
  const incidents = told.incidents.flatMap((incident) =>
    incident.later
      .filter((one) => one.isTold && one.share.value !== null)
      .map((later) => incidentSaid(incident, later)),
  )
  const links = told.links.filter((one) => one.isTold && one.slope.value! > 0).map(linkSaid)
  const switches = told.switches.filter(({ isTold }) => isTold).map(switchSaid)
  const lines = [...incidents, ...switches, ...links]
  return {
    evidence: 'associated',
    headline: lines[0] ?? nothingSaid,
    points: [...lines.slice(1, mostLines), ...freeSaid(told)],
    assumptions: assumptionsSaid(told),
  }
}

/** Lines told below the picture; all stand in its tables. */
const mostLines = 9

function limits({ low, high }: EstimateView, w: Writer, digits: number): string {
  return w.range(Math.min(Math.abs(low!), Math.abs(high!)), Math.max(Math.abs(low!), Math.abs(high!)), digits)
}

type Later = CarriedIncident['later'][number]

function incidentSaid({ measure, at }: CarriedIncident, { at: next, here, share }: Later): Said {
  const cost = (w: Writer) => w.number(Math.abs(here.value!), 1)
  const again = (w: Writer) => w.percent(share.value!)
  return said({
    en: (w) =>
      `“${w.name(measure.name)}” costs ${cost(w)} marks (${limits(here, w, 1)}) at “${w.name(at.name)}”, and ${again(w)} of it (${w.percentRange(share.low!, share.high!)}) is felt again at “${w.name(next.name)}”.`,
    fr: (w) =>
      `« ${w.name(measure.name)} » coûte ${cost(w)} point (${limits(here, w, 1)}) à « ${w.name(at.name)} », et ${again(w)} (${w.percentRange(share.low!, share.high!)}) s’en ressent encore à « ${w.name(next.name)} ».`,
  })
}

function linkSaid({ from, to, slope }: CarriedMark): Said {
  return said({
    en: (w) =>
      `A mark more at “${w.name(from.name)}” goes with ${w.signed(slope.value!, 2)} (${w.range(slope.low!, slope.high!, 2)}) at “${w.name(to.name)}”, beyond the leaning of who gives both.`,
    fr: (w) =>
      `Un point de plus à « ${w.name(from.name)} » va avec ${w.signed(slope.value!, 2)} (${w.range(slope.low!, slope.high!, 2)}) à « ${w.name(to.name)} », au-delà du penchant de qui donne les deux.`,
  })
}

function switchSaid({ from, to, measure, effect }: ChannelSwitch): Said {
  const isLess = effect.value! < 0
  const size = (w: Writer) => `${w.number(Math.abs(effect.value!), 2)}`
  return said({
    en: (w) =>
      `Whoever comes from “${from}” and ends in “${to}” gives ${size(w)} ${isLess ? 'less' : 'more'} (${limits(effect, w, 2)}) on the scores of “${w.name(measure.name)}” than people who stay in one channel.`,
    fr: (w) =>
      `Qui vient de « ${from} » et finit en « ${to} » donne ${size(w)} de ${isLess ? 'moins' : 'plus'} (${limits(effect, w, 2)}) aux notes de « ${w.name(measure.name)} » que qui reste dans un canal.`,
  })
}

const nothingSaid: Said = {
  en: 'Nothing that is lived at one touchpoint is told to be felt at the next.',
  fr: 'Rien de ce qui se vit à un point de contact ne se distingue au suivant.',
}

/** Incidents that were looked at and are not felt again. */
function freeSaid({ incidents }: Told): Said[] {
  return incidents
    .flatMap(({ measure, later }) =>
      later.filter((one) => !one.isTold).map((one) => ({ measure, at: one.at })),
    )
    .slice(0, 3)
    .map(({ measure, at }) =>
      said({
        en: (w) => `“${w.name(measure.name)}” is not told to be felt at “${w.name(at.name)}”.`,
        fr: (w) => `« ${w.name(measure.name)} » ne se ressent pas de façon sûre à « ${w.name(at.name)} ».`,
      }),
    )
}

function assumptionsSaid({ days, linksWhy, drawn }: Told): Said[] {
  return [
    said({
      en: (w) =>
        `An incident counts for the answer that follows it within ${w.number(days)} days; units and months are held constant, and it must be felt later only through what was lived where it struck.`,
      fr: (w) =>
        `Un incident compte pour la réponse qui le suit sous ${w.number(days)} jours ; unités et mois sont tenus constants, et il ne doit se ressentir plus tard qu’à travers ce qui fut vécu là où il frappe.`,
    }),
    linksWhy === null
      ? {
          en: 'Marks of one answer go together because one person gives them: what nearly all pairs share is taken for that leaning, and only what single pairs share beyond it is told, in answers that follow the moments they tell of. Chance of the moment is not carried, so these slopes are smaller than what an incident carries.',
          fr: 'Les notes d’une réponse vont ensemble parce qu’une personne les donne : ce que presque toutes les paires partagent est pris pour ce penchant, et seul ce qu’une paire partage au-delà est dit, dans les réponses qui suivent les moments dont elles parlent. Le hasard du moment ne se transmet pas ; ces pentes sont donc plus petites que ce que transmet un incident.',
        }
      : {
          en: 'Too few answers mark four touchpoints or more together to tell what is carried from the leaning of who answers.',
          fr: 'Trop peu de réponses notent ensemble quatre points de contact ou plus pour distinguer ce qui se transmet du penchant de qui répond.',
        },
    {
      en: 'People who come from another channel within three days are compared with people known in both who stayed in one, did the same last and answered the same questions; who changes because something went wrong shows up here as well.',
      fr: 'Qui vient d’un autre canal sous trois jours est comparé à des personnes connues dans les deux, restées dans un seul, qui ont fait la même chose en dernier et répondu aux mêmes questions ; qui change parce que quelque chose a mal tourné apparaît ici aussi.',
    },
    ...(drawn < 1
      ? [
          said({
            en: (w) => `Of all people ${w.percent(drawn)} were read, drawn by lot.`,
            fr: (w) => `Parmi toutes les personnes, ${w.percent(drawn)} ont été lues, tirées au sort.`,
          }),
        ]
      : []),
  ]
}
