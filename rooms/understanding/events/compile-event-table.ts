import type { EventRule, EventTable } from './event-table.ts'
import {
  type JsonObject,
  type NumberReader,
  numberReader,
  placeReader,
  type TextReader,
  textOf,
  textReader,
} from './value-source.ts'

/** What an event is looked up by. */
export interface EventName {
  readonly call: 'track' | 'page' | 'screen'
  readonly name: string
  /** Path of a page; empty where there is none. */
  readonly path: string
}

/** A rule whose sources are ready to be read. */
export interface CompiledRule {
  readonly rule: EventRule
  readonly touchpoint: TextReader
  /** What is the same in events that count once; empty where every event counts. */
  readonly once: TextReader
  /** Empty where the rule does not name the interaction. */
  readonly name: TextReader
  readonly channel: TextReader
  readonly sender: TextReader
  readonly value: NumberReader
  readonly valueUnit: TextReader
  readonly text: TextReader
  readonly person: TextReader | null
  readonly population: 'customers' | 'prospects'
  readonly unit: TextReader
  readonly offer: TextReader
  readonly language: TextReader
  readonly segments: readonly (readonly [string, TextReader])[]
  readonly outcomes: readonly CompiledOutcome[]
  readonly answers: readonly CompiledAnswer[]
}

export type CompiledOutcome = {
  readonly kind: string
  readonly subject: 'person' | 'unit' | 'offer'
  readonly value: NumberReader
  readonly unit: TextReader
}

export type CompiledAnswer = {
  readonly answer: EventRule['answers'][number]
  readonly score: NumberReader
  readonly text: TextReader
  readonly asked: { readonly low: NumberReader; readonly high: NumberReader } | null
}

export interface CompiledEventTable {
  readonly population: 'customers' | 'prospects'
  /** The first rule that fits; undefined where none does. */
  readonly ruleOf: (event: JsonObject, name: EventName) => CompiledRule | undefined
}

interface Candidate {
  readonly fits: (name: EventName) => boolean
  readonly fitsFields: (event: JsonObject) => boolean
  readonly compiled: CompiledRule
}

const emptyMemory = () => new Map<string, readonly Candidate[]>()

/** Names whose candidates are remembered; paths of pages may be many. */
const rememberedMax = 5_000

/** Makes a table ready for many events: the workspace's own rules, then those that come with Tutti. */
export function compileEventTable(own: EventTable, shipped: EventTable): CompiledEventTable {
  const population = own.population ?? shipped.population ?? 'customers'
  const called = (touchpoint: string) =>
    Object.hasOwn(own.touchpoints, touchpoint) ? (own.touchpoints[touchpoint] ?? '') : touchpoint
  const rules = own.shipped ? [...own.rules, ...shipped.rules] : own.rules
  const candidates = rules.map((rule) => candidateOf(rule, { population, called }))
  const rememberedOf = { track: emptyMemory(), page: emptyMemory(), screen: emptyMemory() }
  const candidatesFor = (name: EventName) => {
    const asked = name.path === '' ? name.name : `${name.name}\n${name.path}`
    const remembered = rememberedOf[name.call]
    const known = remembered.get(asked)
    if (known) return known
    if (remembered.size >= rememberedMax) remembered.clear()
    const found = candidates.filter(({ fits }) => fits(name))
    remembered.set(asked, found)
    return found
  }
  return {
    population,
    ruleOf: (event, name) => candidatesFor(name).find(({ fitsFields }) => fitsFields(event))?.compiled,
  }
}

interface TableTraits {
  readonly population: 'customers' | 'prospects'
  readonly called: (touchpoint: string) => string
}

function candidateOf(rule: EventRule, traits: TableTraits): Candidate {
  const call = rule.event ? 'track' : rule.page ? 'page' : 'screen'
  const patterns = [rule.event ?? rule.page ?? rule.screen ?? []].flat().map((text) => ({
    ofPath: call === 'page' && text.startsWith('/'),
    pattern: patternOf(text),
  }))
  const fields = Object.entries(rule.where).map(
    ([place, text]) => [placeReader(place), patternOf(text)] as const,
  )
  return {
    fits: ({ call: asked, name, path }) =>
      asked === call && patterns.some(({ ofPath, pattern }) => pattern.test(ofPath ? path : name)),
    fitsFields: (event) =>
      fields.every(([read, pattern]) => {
        const text = textOf(read(event))
        return text !== null && pattern.test(text)
      }),
    compiled: compiledRule(rule, traits),
  }
}

/** `*` stands for any letters; upper and lower case are the same. */
function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'isu')
}

function compiledRule(rule: EventRule, { population, called }: TableTraits): CompiledRule {
  const ownProperty = (name: string) => textReader({ from: `properties.${name}` })
  const touchpoint = textReader(rule.touchpoint)
  return {
    rule,
    touchpoint: (event) => called(touchpoint(event)),
    once: textReader(rule.once),
    name: textReader(rule.name),
    channel: textReader(rule.channel, ownProperty('channel')),
    sender: textReader(rule.sender, ownProperty('sender')),
    value: numberReader(rule.value),
    valueUnit: textReader(rule.valueUnit),
    text: textReader(rule.text),
    person: rule.person === undefined ? null : textReader(rule.person),
    population: rule.population ?? population,
    unit: textReader(rule.unit, ownProperty('unit')),
    offer: textReader(rule.offer, ownProperty('offer')),
    language: textReader(rule.language),
    segments: Object.entries(rule.segments).map(([name, source]) => [name, textReader(source)]),
    outcomes: rule.outcomes.map(({ kind, subject, value, unit }) => ({
      ...{ kind, subject, value: numberReader(value), unit: textReader(unit) },
    })),
    answers: rule.answers.map((answer) => ({
      answer,
      score: numberReader(answer.score),
      text: textReader(answer.text),
      asked: answer.asked
        ? { low: numberReader(answer.asked.low), high: numberReader(answer.asked.high) }
        : null,
    })),
  }
}
