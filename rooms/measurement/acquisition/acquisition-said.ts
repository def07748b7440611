import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import { roundedMoney } from '../purchases/rounded-money.ts'
import type { Acquisition, AcquisitionLevel } from './acquisition.contract.ts'

type Told = Omit<Acquisition, 'finding'>

/** What acquiring and keeping people says, by rules: whom recommendation brings, what they are worth, what they cost. */
export function acquisitionFinding(told: Told): Finding {
  return {
    evidence: 'associated',
    headline: headlineOf(told),
    points:
      told.why === null
        ? [...worthSaid(told), ...referredSaid(told), ...costSaid(told), ...keptSaid(told)]
        : [],
    assumptions: assumptionsOf(told),
  }
}

const levelOf = ({ levels }: Told, level: AcquisitionLevel['level']) =>
  levels.find((one) => one.level === level)!

function headlineOf(told: Told): Said {
  const { why, came, referred, measure, days } = told
  if (why !== null) return whySaid[why]
  const [weak, strong] = [levelOf(told, 'weak'), levelOf(told, 'strong')]
  if (referred === 0 || strong.brings.low === null || weak.brings.low === null)
    return said({
      en: (w) =>
        `${w.number(came)} people came; nothing tells through whom, so what recommendation brings cannot be told.`,
      fr: (w) =>
        `${w.number(came)} personnes sont venues ; rien ne dit par qui : ce qu’apporte la recommandation ne peut être dit.`,
    })
  const hundred = ({ brings }: AcquisitionLevel, w: Writer) =>
    w.range(100 * Math.max(0, brings.low!), 100 * brings.high!, 1)
  if ((told.bringsMore.p ?? 1) >= 0.05)
    return said({
      en: (w) =>
        `A strong experience (“${w.name(measure.name)}”) is not told to bring more new people than a weak one: ${hundred(strong, w)} against ${hundred(weak, w)} for each hundred people.`,
      fr: (w) =>
        `Une forte expérience (« ${w.name(measure.name)} ») n’apporte pas, à ce qu’on peut dire, plus de nouveaux venus qu’une faible : ${hundred(strong, w)} contre ${hundred(weak, w)} pour cent personnes.`,
    })
  return said({
    en: (w) =>
      `A hundred people with a strong experience bring ${hundred(strong, w)} new ones in ${w.number(days)} days, a hundred with a weak one ${hundred(weak, w)}.`,
    fr: (w) =>
      `Cent personnes d’une forte expérience amènent ${hundred(strong, w)} nouveaux venus en ${w.number(days)} jours, cent d’une faible ${hundred(weak, w)}.`,
  })
}

function worthSaid(told: Told): Said[] {
  const { low, high } = levelOf(told, 'strong').broughtWorth
  if (low === null || high === null) return []
  const { kind, currency } = told.value
  const money = (amount: number, w: Writer) => w.money(Math.max(0, amount), currency, 2)
  return [
    said({
      en: (w) =>
        `Each person of a strong experience brings ${money(low, w)} to ${money(high, w)} of ${kind} through those they bring, beside what they buy themselves.`,
      fr: (w) =>
        `Chaque personne d’une forte expérience apporte ${money(low, w)} à ${money(high, w)} de ${kind} par ceux qu’elle amène, en plus de ce qu’elle achète.`,
    }),
  ]
}

function referredSaid({ referredMore, value }: Told): Said[] {
  const { low, high, p } = referredMore
  if (low === null || high === null || p === null) return []
  const money = roundedMoney(value.currency)
  const isMore = referredMore.value! > 0
  const [least, most] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))]
  return [
    p >= 0.05
      ? said({
          en: () => 'People who were brought are worth as much as the others, as far as can be told.',
          fr: () => 'Les personnes amenées valent autant que les autres, autant qu’on puisse le dire.',
        })
      : said({
          en: (w) =>
            `People who were brought are worth ${money(least, w)} to ${money(most, w)} ${isMore ? 'more' : 'less'} than the others.`,
          fr: (w) =>
            `Les personnes amenées valent ${money(least, w)} à ${money(most, w)} de ${isMore ? 'plus' : 'moins'} que les autres.`,
        }),
  ]
}

function costSaid({ ways, value }: Told): Said[] {
  const known = ways.filter(({ cost }) => cost.value !== null).sort((a, b) => a.cost.value! - b.cost.value!)
  const [cheapest, dearest] = [known[0], known.at(-1)]
  if (!cheapest || !dearest || cheapest === dearest) return []
  const money = (amount: number, w: Writer) => w.money(amount, value.currency, 2)
  return [
    said({
      en: (w) =>
        `A new customer costs most through “${dearest.through}” (${money(dearest.cost.value!, w)}) and least through “${cheapest.through}” (${money(cheapest.cost.value!, w)}).`,
      fr: (w) =>
        `Un nouveau client coûte le plus par « ${dearest.through} » (${money(dearest.cost.value!, w)}) et le moins par « ${cheapest.through} » (${money(cheapest.cost.value!, w)}).`,
    }),
  ]
}

function keptSaid(told: Told): Said[] {
  const { keptMore, days } = told
  const { low, high, p } = keptMore
  if (low === null || high === null || p === null || p >= 0.05) return []
  return [
    said({
      en: (w) =>
        `After a strong experience ${w.range(100 * low, 100 * high, 1)} points more of the people buy again within ${w.number(days)} days than after a weak one.`,
      fr: (w) =>
        `Après une forte expérience, ${w.range(100 * low, 100 * high, 1)} points de personnes de plus rachètent sous ${w.number(days)} jours qu’après une faible.`,
    }),
  ]
}

function assumptionsOf({ days, arrival, measure }: Told): Said[] {
  return [
    said({
      en: (w) =>
        `People are followed for ${w.number(days)} days after coming, or after their last answer (${w.name(measure.name)}) whose days are over; who cannot be followed that long does not count.`,
      fr: (w) =>
        `Les personnes sont suivies ${w.number(days)} jours après leur venue, ou après leur dernière réponse (${w.name(measure.name)}) dont les jours sont écoulés ; qui ne peut être suivi si longtemps ne compte pas.`,
    }),
    said({
      en: () =>
        `How somebody came, through whom and at what cost is read from “${arrival ?? 'acquired'}” (came-through, referred-by, value); who came unrecorded is not among them, so that ambassadors bring more than is told.`,
      fr: () =>
        `Comment quelqu’un est venu, par qui et à quel coût se lit dans « ${arrival ?? 'acquired'} » (came-through, referred-by, value) ; qui est venu sans trace n’y est pas : les ambassadeurs amènent donc plus que ce qui est dit.`,
    }),
    said({
      en: () =>
        'Who is content may have more friends, or other ones: what goes with a strong experience need not come from it.',
      fr: () =>
        'Qui est content a peut-être plus d’amis, ou d’autres : ce qui va avec une forte expérience n’en vient pas forcément.',
    }),
  ]
}

const whySaid: Readonly<Record<NonNullable<Acquisition['why']>, Said>> = {
  'no-arrivals': {
    en: 'Nothing tells how people came. Send an interaction such as “acquired” for each new person, with the properties came-through and referred-by, and its cost as value.',
    fr: 'Rien ne dit comment les personnes sont venues. Envoyez une interaction comme « acquired » pour chaque nouvelle personne, avec les propriétés came-through et referred-by, et son coût pour valeur.',
  },
  'too-few': {
    en: 'Fewer than 30 people came and can be followed for so many days.',
    fr: 'Moins de 30 personnes sont venues et peuvent être suivies tant de jours.',
  },
}
