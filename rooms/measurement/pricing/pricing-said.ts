import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import { wholeMonths } from '../purchases/months.ts'
import { roundedMoney } from '../purchases/rounded-money.ts'
import type { Premium, Pricing } from './pricing.contract.ts'

type Told = Omit<Pricing, 'finding'>

/** What pricing power says, by rules: what the well treated pay more for the same, where the methods agree; else what people state. */
export function pricingFinding(told: Told): Finding {
  const strong = told.premiums.find(({ level }) => level === 'strong')
  const weak = told.premiums.find(({ level }) => level === 'weak')
  const first = strong ?? weak
  return {
    evidence: 'associated',
    headline: first ? premiumSaid(first, strong ? weak : undefined) : (statedSaid(told) ?? nothingSaid(told)),
    points: [
      ...told.premiums.flatMap((one) => worthSaid(one, told)),
      ...(first ? naiveSaid(first) : []),
      ...agreementSaid(told),
      ...(first ? asList(statedSaid(told)) : []),
      ...demandSaid(told),
    ],
    assumptions: assumptionsSaid(told),
  }
}

const asList = (one: Said | null) => (one ? [one] : [])
const isTold = ({ premium: { low, high } }: Premium) => low !== null && high !== null && (low > 0 || high < 0)

const withoutSign = (share: number, w: Writer) => w.percent(Math.abs(share), 1)

function range({ value, low, high }: EstimateView, w: Writer, to: string): string {
  if (low === null || high === null) return ''
  const [from, until] = value! < 0 ? [-high, -low] : [low, high]
  return ` (${w.number(from * 100, 1)} ${to} ${w.percent(until, 1)})`
}

function premiumSaid(first: Premium, other: Premium | undefined): Said {
  if (!isTold(first))
    return said({
      en: () =>
        'For the same product, customers with a strong experience pay no other price that is told apart from chance.',
      fr: () =>
        'À produit égal, les clients dont l’expérience est forte ne paient pas un autre prix que le hasard n’explique.',
    })
  const [levelEn, levelFr] = first.level === 'strong' ? ['strong', 'forte'] : ['weak', 'faible']
  const isMore = first.premium.value! > 0
  const second = other && isTold(other) ? other : undefined
  return said({
    en: (w) =>
      `For the same product, customers with a ${levelEn} experience pay ${withoutSign(first.premium.value!, w)}${range(first.premium, w, 'to')} ${isMore ? 'more' : 'less'} than those with a middle one${
        second
          ? `; those with a weak one ${withoutSign(second.premium.value!, w)} ${second.premium.value! > 0 ? 'more' : 'less'}`
          : ''
      }.`,
    fr: (w) =>
      `À produit égal, les clients dont l’expérience est ${levelFr} paient ${withoutSign(first.premium.value!, w)}${range(first.premium, w, 'à')} de ${isMore ? 'plus' : 'moins'} que ceux dont elle est moyenne${
        second
          ? ` ; ceux dont elle est faible ${withoutSign(second.premium.value!, w)} de ${second.premium.value! > 0 ? 'plus' : 'moins'}`
          : ''
      }.`,
  })
}

function nothingSaid({ purchases }: Told): Said {
  return said({
    en: (w) =>
      `Too little to tell a premium: ${w.number(purchases)} purchases of a known product by people heard from shortly before; 100 on either side are needed.`,
    fr: (w) =>
      `Trop peu pour dire une prime : ${w.number(purchases)} achats d’un produit connu par des gens entendus peu avant ; il en faut 100 de chaque côté.`,
  })
}

function worthSaid(one: Premium, { value: { currency } }: Told): Said[] {
  if (!isTold(one) || one.worth.value === null) return []
  const money = roundedMoney(currency)
  const { worth, revenue, level } = one
  const size = Math.abs(worth.value!)
  const [from, until] = worth.value! < 0 ? [-worth.high!, -worth.low!] : [worth.low!, worth.high!]
  return [
    worth.value! > 0
      ? said({
          en: (w) =>
            `Of ${money(revenue, w)} that customers with a ${level} experience paid, ${money(size, w)} (${money(from, w)} to ${money(until, w)}) is that premium.`,
          fr: (w) =>
            `Sur ${money(revenue, w)} payés par les clients dont l’expérience est ${level === 'strong' ? 'forte' : 'faible'}, ${money(size, w)} (${money(from, w)} à ${money(until, w)}) sont cette prime.`,
        })
      : said({
          en: (w) =>
            `Customers with a ${level} experience paid ${money(size, w)} (${money(from, w)} to ${money(until, w)}) less for what they bought than at the price of middle experience.`,
          fr: (w) =>
            `Les clients dont l’expérience est ${level === 'strong' ? 'forte' : 'faible'} ont payé ${money(size, w)} (${money(from, w)} à ${money(until, w)}) de moins qu’au prix d’une expérience moyenne.`,
        }),
  ]
}

function naiveSaid({ naive, premium, level }: Premium): Said[] {
  if (premium.value === null || Math.abs(naive) < 2 * Math.abs(premium.value)) return []
  return [
    said({
      en: (w) =>
        `Without holding the product constant it would look like ${w.signed(naive * 100)}%: customers with a ${level} experience buy other products.`,
      fr: (w) =>
        `Sans tenir le produit constant, on croirait ${w.signed(naive * 100)}${w.percentSign} : les clients dont l’expérience est ${level === 'strong' ? 'forte' : 'faible'} achètent d’autres produits.`,
    }),
  ]
}

function agreementSaid({ premiums }: Told): Said[] {
  const known = premiums.filter(({ agree }) => agree !== null)
  if (known.length === 0) return []
  return known.every(({ agree }) => agree)
    ? [
        said({
          en: () => 'Product effects, matching on the product and double learning agree.',
          fr: () => 'Les effets de produit, l’appariement par produit et l’apprentissage double s’accordent.',
        }),
      ]
    : [
        said({
          en: () =>
            'Product effects, matching on the product and double learning do not agree: something else than the product differs, and no figure should be used yet.',
          fr: () =>
            'Les effets de produit, l’appariement par produit et l’apprentissage double ne s’accordent pas : autre chose que le produit diffère, et aucun chiffre ne devrait encore servir.',
        }),
      ]
}

function statedSaid({ stated, value: { currency } }: Told): Said | null {
  const difference = stated?.difference
  if (!difference || difference.value === null) return null
  const { value, low, high } = difference
  const isApart = low! > 0 || high! < 0
  return isApart
    ? said({
        en: (w) =>
          `Asked for prices, people with a strong experience accept ${w.money(Math.abs(value), currency)} (${w.money(Math.min(Math.abs(low!), Math.abs(high!)), currency)} to ${w.money(Math.max(Math.abs(low!), Math.abs(high!)), currency)}) ${value > 0 ? 'more' : 'less'} than those with a weak one.`,
        fr: (w) =>
          `Interrogés sur les prix, les gens dont l’expérience est forte acceptent ${w.money(Math.abs(value), currency)} (${w.money(Math.min(Math.abs(low!), Math.abs(high!)), currency)} à ${w.money(Math.max(Math.abs(low!), Math.abs(high!)), currency)}) de ${value > 0 ? 'plus' : 'moins'} que ceux dont elle est faible.`,
      })
    : said({
        en: () =>
          'Asked for prices, people with a strong and with a weak experience state none that are told apart from chance.',
        fr: () =>
          'Interrogés sur les prix, les gens d’expérience forte et faible n’en disent pas que le hasard ne puisse expliquer.',
      })
}

function demandSaid({ demand, value: { currency } }: Told): Said[] {
  const [weak, strong] = ['weak', 'strong'].map((name) => demand.find(({ level }) => level === name))
  if (weak?.bestPrice == null || strong?.bestPrice == null || weak.why || strong.why) return []
  const [low, high] = [weak.bestPrice, strong.bestPrice]
  return [
    said({
      en: (w) =>
        `Put to people as prices to accept, revenue would be largest at ${w.money(high, currency)} for those with a strong experience and at ${w.money(low, currency)} for those with a weak one.`,
      fr: (w) =>
        `Proposés comme prix à accepter, le revenu serait le plus grand à ${w.money(high, currency)} pour ceux d’expérience forte et à ${w.money(low, currency)} pour ceux d’expérience faible.`,
    }),
  ]
}

function assumptionsSaid({ within, premiums, stated, demand, purchases }: Told): Said[] {
  const months = wholeMonths(within)
  return [
    ...(purchases > 0
      ? [
          said({
            en: (w) =>
              `An answer counts for what is bought in the ${w.number(months)} months after it; a product is what an offer is named.`,
            fr: (w) =>
              `Une réponse vaut pour ce qui est acheté dans les ${w.number(months)} mois qui suivent ; un produit est ce qu’une offre nomme.`,
          }),
        ]
      : []),
    ...(premiums.length > 0
      ? [
          said({
            en: () =>
              'Assumes that buyers of the same product differ in nothing else that moves the price; a price test by lot would show it.',
            fr: () =>
              'Suppose que les acheteurs d’un même produit ne diffèrent en rien d’autre qui change le prix ; un essai de prix par tirage au sort le montrerait.',
          }),
        ]
      : []),
    ...(stated || demand.length > 0
      ? [
          said({
            en: () =>
              'Prices that people state are not prices they pay: only differences between levels of experience are read.',
            fr: () =>
              'Les prix que l’on dit ne sont pas ceux que l’on paie : seules les différences entre niveaux d’expérience se lisent.',
          }),
        ]
      : []),
  ]
}
