import { type Arbitration, arbitrateMessages, priceOfFairness } from '../../pressure/arbitrate-messages.ts'
import { contactCap } from '../../pressure/contact-cap.ts'
import { departureHazard } from '../../pressure/departure-hazard.ts'
import { keysLike } from '../mismatches.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { columnOf, completeFor, parseFormula, succeed } from './formula.ts'
import { has, matrixIn, numberIn, numbersIn, objectIn, textIn, wordsIn } from './numbers-in.ts'

const TYPICAL_CONTROL = 0.5

function hazard(input: CaseInput, { table }: AdapterContext) {
  const { response, terms } = parseFormula(textIn(input, 'model'))
  const names = terms.filter((term) => term !== '1' && !term.startsWith('log1p'))
  const logged = terms.find((term) => term.startsWith('log1p('))
  if (!logged) throw new RangeError(`the model names no log1p(contacts): ${textIn(input, 'model')}`)
  const contacts = logged.replace(/^log1p\((.*)\)$/, '$1').trim()
  const data = completeFor({ response, terms }, table(input.data))
  const left = columnOf(response.replace(/^cloglog\((.*)\)$/, '$1'), data)
  const controls = names.map((name) => ({ name, values: data.numbers(name) }))
  const result = succeed(
    departureHazard({ contacts: data.numbers(contacts), left, controls, fewestDepartures: 1 }),
  )
  const typical = numberIn(input, 'control_at', TYPICAL_CONTROL)
  const hazardAt = (weekly: number) =>
    result.weeklyHazard(
      weekly,
      names.map((name) => numberIn(input, `${name}_at`, typical)),
    )
  return {
    rows: data.rows,
    events: result.departures,
    coef: result.fit.coefficients,
    se: result.fit.standardErrors,
    hazard_at_f: keysLike(/^([\d.]+)$/, (weekly) => hazardAt(Number(weekly))),
  }
}

function cap(input: CaseInput) {
  const largest = Number(textIn(input, 'f').split('..')[1] ?? 14)
  const economics = {
    responseCeiling: numberIn(input, 'A'),
    responseRate: numberIn(input, 'kappa'),
    margin: numberIn(input, 'margin'),
    costPerMessage: numberIn(input, 'cost_per_message'),
    hazard: { constant: numberIn(input, 'a'), slope: numberIn(input, 'b') },
    weeklyDiscount: numberIn(input, 'discount'),
  }
  const result = contactCap(economics, largest)
  return {
    V_by_f: Object.fromEntries(result.equity.map((value, messages) => [messages, value])),
    optimal_integer_cap: result.bestCap,
    myopic_cap: result.myopicCap,
    optimal_continuous: result.continuousCap,
    value_at_optimum: result.equityAtContinuousCap,
    unsub_at_optimum: result.hazardAtBestCap,
    cost_of_myopic_pct: result.myopicLossPercent,
  }
}

const numberMap = (object: CaseInput) =>
  new Map(Object.entries(object).map(([name, value]) => [name, Number(value)]))

function arbitration(input: CaseInput) {
  const values = matrixIn(input, 'val')
  const [channels, senders] = [wordsIn(input, 'chan_of'), wordsIn(input, 'sender_of')]
  const messages = senders.map((sender, m) => ({
    sender,
    channel: channels[m]!,
    values: values.map((row) => row[m]!),
  }))
  const limits = {
    customerCaps: numbersIn(input, 'cust_cap'),
    channelCaps: numberMap(objectIn(input, 'chan_cap')),
  }
  const solve = (floors: CaseInput) =>
    succeed(arbitrateMessages(messages, { ...limits, floors: numberMap(floors) }))
  const shown = ({ value, sent, perSender }: Arbitration) => ({
    optimum: value,
    messages: sent.length,
    per_sender: perSender,
  })
  const [free, fair] = [solve(objectIn(input, 'floor')), solve(objectIn(input, 'floor_case'))]
  return { no_floor: shown(free), with_floor: shown(fair), price_of_fairness: priceOfFairness(free, fair) }
}

/** Contact pressure: departure hazard, cap, or arbitration between senders. */
export const cpr: Adapter = (input, context) => {
  if (has(input, 'data', 'model')) return hazard(input, context)
  if (has(input, 'A', 'kappa')) return cap(input)
  return has(input, 'val', 'cust_cap') ? arbitration(input) : undefined
}
