import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import { roundedMoney } from '../purchases/rounded-money.ts'
import type { Capital } from './capital.contract.ts'

type Told = Omit<Capital, 'finding'>

/** What affective capital says, by rules: what is remembered is worth so much, bad experiences cost so much; else that it is not shown yet. */
export function capitalFinding(told: Told): Finding {
  return {
    evidence: 'associated',
    headline: told.totals ? worthSaid(told) : notShownSaid(told),
    points: [
      ...touchpointSaid(told),
      ...lastingSaid(told),
      ...interestSaid(told),
      ...trendSaid(told),
      ...fifthsSaid(told),
    ],
    assumptions: assumptionsSaid(told),
  }
}

function amount(
  { value, low, high }: EstimateView,
  w: Writer,
  [currency, to]: readonly [string, string],
): string {
  const money = roundedMoney(currency)
  return `${money(value!, w)} (${money(low!, w)} ${to} ${money(high!, w)})`
}

function worthSaid({ totals, people, value: { currency }, months }: Told): Said {
  const { capital, debt } = totals!
  return said({
    en: (w) =>
      `What ${w.number(people)} customers remember is worth ${amount(capital, w, [currency, 'to'])} over ${w.number(months)} months; bad experiences not made good cost ${amount(debt, w, [currency, 'to'])}.`,
    fr: (w) =>
      `Ce que ${w.number(people)} clients gardent en mémoire vaut ${amount(capital, w, [currency, 'à'])} sur ${w.number(months)} mois ; les mauvaises expériences non réparées coûtent ${amount(debt, w, [currency, 'à'])}.`,
  })
}

function notShownSaid({ people, exits }: Told): Said {
  return exits < 200
    ? said({
        en: (w) =>
          `Too few left to tell what memories are worth: ${w.number(exits)} of ${w.number(people + exits)} people whose experiences are known, and 200 are needed.`,
        fr: (w) =>
          `Trop peu sont partis pour dire ce que valent les souvenirs : ${w.number(exits)} sur ${w.number(people + exits)} personnes dont le vécu est connu, et il en faut 200.`,
      })
    : said({
        en: (w) =>
          `The facts do not show yet that what ${w.number(people + exits)} people remember keeps them: stocks are told, no money.`,
        fr: (w) =>
          `Les faits ne montrent pas encore que ce dont ${w.number(people + exits)} personnes se souviennent les retient : les stocks sont dits, pas l’argent.`,
      })
}

function touchpointSaid({ touchpoints, value: { currency } }: Told): Said[] {
  const [most, second] = touchpoints
  if (!most || most.debt <= 0) return []
  const money = roundedMoney(currency)
  return [
    said({
      en: (w) =>
        `Most of the debt comes from “${w.name(most.name)}”: ${money(most.debt, w)}${second && second.debt > 0 ? `, then from “${w.name(second.name)}”: ${money(second.debt, w)}` : ''}.`,
      fr: (w) =>
        `La dette vient surtout de « ${w.name(most.name)} » : ${money(most.debt, w)}${second && second.debt > 0 ? `, puis de « ${w.name(second.name)} » : ${money(second.debt, w)}` : ''}.`,
    }),
  ]
}

function lastingSaid({ halfLives, negativity }: Told): Said[] {
  if (!halfLives.areFound) return []
  const times = (w: Writer) => (negativity?.value == null ? '' : w.number(negativity.value, 1))
  const range = (w: Writer, to: string) =>
    negativity?.low == null ? '' : ` (${w.number(negativity.low, 1)} ${to} ${w.number(negativity.high!, 1)})`
  return [
    said({
      en: (w) =>
        `Half of a good experience is left after ${w.number(halfLives.good)} months, half of a bad one after ${w.number(halfLives.bad)}; a bad one weighs like ${times(w)}${range(w, 'to')} good ones.`,
      fr: (w) =>
        `La moitié d’une bonne expérience reste au bout de ${w.number(halfLives.good)} mois, celle d’une mauvaise au bout de ${w.number(halfLives.bad)} ; une mauvaise pèse comme ${times(w)}${range(w, 'à')} bonnes.`,
    }),
  ]
}

function interestSaid({ totals, value: { currency } }: Told): Said[] {
  if (!totals || totals.debt.value! <= 0) return []
  return [
    said({
      en: (w) => `Left as it is, the debt costs ${w.money(totals.interest.value!, currency)} next month.`,
      fr: (w) =>
        `Laissée telle quelle, la dette coûte ${w.money(totals.interest.value!, currency)} le mois prochain.`,
    }),
  ]
}

function trendSaid({ stocks }: Told): Said[] {
  const last = stocks.at(-1)
  const before = stocks.at(-13)
  if (!last || !before) return []
  const isMore = last.net > before.net
  return [
    said({
      en: (w) =>
        `A customer’s net stock ${isMore ? 'grew' : 'shrank'} from ${w.number(before.net, 2)} to ${w.number(last.net, 2)} in the last twelve months.`,
      fr: (w) =>
        `Le stock net d’un client a ${isMore ? 'grandi' : 'diminué'} de ${w.number(before.net, 2)} à ${w.number(last.net, 2)} en douze mois.`,
    }),
  ]
}

function fifthsSaid({ fifths }: Told): Said[] {
  const [worst, best] = [fifths[0], fifths.at(-1)]
  if (!worst || !best || worst === best) return []
  return [
    said({
      en: (w) =>
        `Where least is remembered ${w.percent(worst.left.value!, 1)} leave in a month (${w.percent(worst.expected, 1)} expected), where most ${w.percent(best.left.value!, 1)} (${w.percent(best.expected, 1)}), among people left out of the fit.`,
      fr: (w) =>
        `Là où le souvenir pèse le moins, ${w.percent(worst.left.value!, 1)} partent en un mois (${w.percent(worst.expected, 1)} attendus), là où il pèse le plus ${w.percent(best.left.value!, 1)} (${w.percent(best.expected, 1)}), parmi des personnes hors de l’estimation.`,
    }),
  ]
}

function assumptionsSaid({ leaving, halfLives, discount }: Told): Said[] {
  return [
    leaving === 'told'
      ? said({
          en: () => 'Only people who told of coming or leaving can be seen to leave: they alone are counted.',
          fr: () =>
            'Seuls ceux qui ont dit venir ou partir peuvent être vus partir : eux seuls sont comptés.',
        })
      : said({
          en: () =>
            'Whoever bought nothing for a year after a purchase is taken to have left then; slow buyers are mistaken for leavers.',
          fr: () =>
            'Qui n’a rien acheté pendant un an après un achat est tenu pour parti ; un acheteur lent est pris pour un partant.',
        }),
    said({
      en: (w) =>
        `Money is discounted by ${w.percent(discount, 1)} a year. It is a figure to steer by, no asset of a balance sheet; that memories keep people is not shown to be their effect.`,
      fr: (w) =>
        `L’argent est actualisé à ${w.percent(discount, 1)} l’an. C’est un chiffre pour piloter, pas un actif du bilan ; que les souvenirs retiennent n’est pas montré comme leur effet.`,
    }),
    ...(halfLives.areFound
      ? []
      : [
          said({
            en: (w) =>
              `Half-lives are assumed: ${w.number(halfLives.good)} months for good, ${w.number(halfLives.bad)} for bad experiences.`,
            fr: (w) =>
              `Les demi-vies sont supposées : ${w.number(halfLives.good)} mois pour les bonnes, ${w.number(halfLives.bad)} pour les mauvaises expériences.`,
          }),
        ]),
  ]
}
