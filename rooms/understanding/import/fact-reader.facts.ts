import type { Interaction, Outcome } from '../../../foundations/warehouse/message.ts'
import {
  type CellReader,
  columnReader,
  keyReader,
  lookupReader,
  type ReaderContext,
  statedReader,
  whenReader,
} from './cell-reader.ts'
import type { InteractionOfRow, OutcomeOfRow } from './fact-columns.ts'
import { factMomentReader } from './moment-reader.ts'
import { quantityReader } from './quantity-reader.ts'

/** What happened, as a row tells it; null where it does not. */
export function interactionReader(
  interaction: InteractionOfRow,
  context: ReaderContext,
): CellReader<Interaction | null> {
  const { direction, valueUnit, notGiven, text } = interaction
  const counts = whenReader(interaction.when, context)
  const name = statedReader(interaction.name, context)
  const touchpoint = statedReader(interaction.touchpoint, context)
  const sender = statedReader(interaction.sender, context)
  const value = quantityReader(interaction.value, context, { notGiven })
  const words = text === undefined ? () => '' : columnReader(text, context)
  const place = placeReader(interaction, context)
  const properties = propertiesReader(interaction.properties, context)
  return (cells, faults) => {
    const where = counts(cells) ? place(cells, faults) : null
    const named = where === null ? '' : name(cells, faults)
    if (where === null || named === '') return null
    return {
      name: named,
      direction,
      touchpoint: touchpoint(cells, faults),
      sender: sender(cells, faults),
      ...where,
      value: value(cells, faults),
      valueUnit,
      text: words(cells),
      properties: properties(cells, faults),
    }
  }
}

/** A result, as a row tells it: left out where the row does not count, and not given where it has no value. */
export function outcomeReader(
  outcome: OutcomeOfRow,
  context: ReaderContext,
): CellReader<Outcome | 'left out' | 'not given'> {
  const { subject, valueUnit, notGiven, values } = outcome
  const counts = whenReader(outcome.when, context)
  const kind = statedReader(outcome.kind, context)
  const touchpoint = statedReader(outcome.touchpoint, context)
  const value = quantityReader(outcome.value, context, { notGiven, values })
  const weight = outcome.weight === undefined ? null : quantityReader(outcome.weight, context, { notGiven })
  const place = placeReader(outcome, context)
  return (cells, faults) => {
    const where = counts(cells) ? place(cells, faults) : null
    if (where === null) return 'left out'
    const [result, observed] = [value(cells, faults), weight?.(cells, faults)]
    const named = kind(cells, faults)
    if (result === null || named === '' || (weight !== null && !(observed! > 0))) return 'not given'
    return {
      kind: named,
      subject,
      touchpoint: touchpoint(cells, faults),
      ...where,
      value: result,
      valueUnit,
      ...(observed === undefined || observed === null ? {} : { weight: observed }),
    }
  }
}

type Place = Pick<Outcome, 'occurredAt' | 'unit' | 'offer' | 'channel'>

/** When and where a fact was, as far as that differs from its row; null where it is left out for want of a date. */
function placeReader(
  fact: InteractionOfRow | OutcomeOfRow,
  context: ReaderContext,
): CellReader<Place | null> {
  const moment = factMomentReader(fact.date, context)
  const own = (['unit', 'offer', 'channel'] as const).flatMap((trait) =>
    fact[trait] === undefined ? [] : [[trait, keyReader(fact[trait], context)] as const],
  )
  return (cells, faults) => {
    const occurredAt = moment(cells, faults)
    if (occurredAt === null) return null
    const place: { -readonly [Trait in keyof Place]: Place[Trait] } = {}
    if (occurredAt !== undefined) place.occurredAt = occurredAt
    for (const [trait, read] of own) place[trait] = read(cells, faults)
    return place
  }
}

function propertiesReader(
  properties: InteractionOfRow['properties'],
  context: ReaderContext,
): CellReader<Record<string, string>> {
  const readers = Object.entries(properties).map(
    ([name, lookup]) => [name, lookupReader(lookup, context)] as const,
  )
  return (cells, faults) => {
    const found: Record<string, string> = {}
    for (const [name, read] of readers) {
      const value = read(cells, faults)
      if (value !== '') found[name] = value
    }
    return found
  }
}
