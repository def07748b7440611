import type { Message } from '../../../foundations/warehouse/message.ts'
import { answersOf } from './answers-of-event.facts.ts'
import type { CompiledEventTable, CompiledRule, EventName } from './compile-event-table.ts'
import { flatTexts } from './flat-texts.ts'
import {
  contentId,
  type EventCall,
  type EventFault,
  emailOf,
  eventBytesMax,
  fault,
  identifierOf,
  isFault,
  objectOf,
  type SoundEvent,
  shown,
  soundEvent,
} from './sound-event.ts'
import { type JsonObject, keyOf, textOf } from './value-source.ts'

/** What an event is read against. */
export interface EventSurroundings {
  readonly table: CompiledEventTable
  /** Touchpoints that the workspace has designed; null where all are taken for known. */
  readonly touchpoints: ReadonlySet<string> | null
  /** Where it comes from. */
  readonly source: string
  /** Makes an id for an event that brings nothing to tell it apart by. */
  readonly newId: () => string
}

export interface ArrivedEvent {
  /** The event as it came, its `type` set. */
  readonly event: unknown
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly sentAt: unknown
  /** Weight of the event in bytes, where it may be too large. */
  readonly bytes?: number
}

/** What an event is kept as. */
export type EventMessage = Message

/** What became of an event. One that is ignored leaves nothing behind. */
export type UnderstoodEvent =
  | { readonly as: 'facts' | 'held'; readonly message: Message }
  | { readonly as: 'ignored' }
  | { readonly as: 'invalid'; readonly fault: EventFault; readonly message: Message }

/** Understands an event: facts, a message that waits for what is not known yet, or a dead letter. */
export function messageOfEvent(arrived: ArrivedEvent, around: EventSurroundings): UnderstoodEvent {
  const { event, bytes = 0 } = arrived
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return deadLetter(fault('not-an-object', `${shown(event)} is no event`), arrived, around)
  if (bytes > eventBytesMax)
    return deadLetter(
      fault('too-large', `${bytes} bytes; an event may have ${eventBytesMax}`),
      arrived,
      around,
    )
  const sound = soundEvent(event as JsonObject, arrived)
  if (isFault(sound)) return deadLetter(sound, arrived, around)
  return isNamed(sound) ? named(sound, arrived, around) : told(sound, around)
}

type NamedCall = Extract<EventCall, EventName['call']>

const isNamed = (sound: SoundEvent): sound is SoundEvent & { call: NamedCall } =>
  sound.call === 'track' || sound.call === 'page' || sound.call === 'screen'

/** What identify, group and alias tell of a person. */
function told(sound: SoundEvent, around: EventSurroundings): UnderstoodEvent {
  const { call, event, userId, anonymousId } = sound
  const message = plainMessage(sound, around)
  const { person } = message
  const aliases = call === 'alias' ? [identifierOf(event.previousId)] : [userId, anonymousId]
  const others = aliases.filter((alias) => alias !== null && alias !== person) as string[]
  const group = call === 'group' ? identifierOf(event.groupId)! : ''
  const traits = flatTexts(event.traits)
  const hasProfile = call === 'group' || (call === 'identify' && Object.keys(traits).length > 0)
  return {
    as: 'facts',
    message: {
      ...message,
      ...(others.length > 0 && call !== 'group' && { aliases: others }),
      ...(hasProfile && { profile: { group, traits } }),
    },
  }
}

function named(
  sound: SoundEvent & { call: NamedCall },
  arrived: ArrivedEvent,
  around: EventSurroundings,
): UnderstoodEvent {
  const name = nameOf(sound)
  const rule = around.table.ruleOf(sound.event, name)
  if (!rule) return held({ reason: 'name-unknown', key: heldKey(name) }, sound, { arrived, around })
  if (rule.rule.ignore) return { as: 'ignored' }
  const touchpoint = rule.touchpoint(sound.event)
  if (touchpoint !== '' && around.touchpoints?.has(touchpoint) === false)
    return held({ reason: 'touchpoint-unknown', key: touchpoint }, sound, { arrived, around })
  const answers = answersOf(sound.event, { rule, touchpoint, name: shownName(name) })
  if (!Array.isArray(answers)) return deadLetter(answers, arrived, around)
  const happened = { sound, rule, touchpoint, name }
  return {
    as: 'facts',
    message: {
      ...plainMessage(sound, around, rule),
      ...(answers.length > 0 && { answers }),
      ...(rule.rule.interaction && { interactions: [interactionOf(happened)] }),
      ...(rule.outcomes.length > 0 && { outcomes: outcomesOf(happened) }),
    },
  }
}

interface Happened {
  readonly sound: SoundEvent
  readonly rule: CompiledRule
  readonly touchpoint: string
  readonly name: EventName
}

function interactionOf({ sound: { event }, rule, touchpoint, name }: Happened) {
  const { direction } = rule.rule
  return {
    name: rule.name(event) || nameKey(shownName(name)),
    direction,
    touchpoint,
    sender: direction === 'out' ? rule.sender(event) : '',
    value: rule.value(event),
    valueUnit: rule.valueUnit(event),
    text: rule.text(event),
    properties: flatTexts(event.properties),
  }
}

function outcomesOf({ sound: { event }, rule, touchpoint }: Happened) {
  return rule.outcomes.flatMap(({ kind, subject, value: read, unit }) => {
    const value = read(event)
    return value === null ? [] : [{ kind, subject, touchpoint, value, valueUnit: unit(event) }]
  })
}

/** What a message of any event says. */
function plainMessage(sound: SoundEvent, around: EventSurroundings, rule?: CompiledRule): Message {
  const { event, id, userId, anonymousId, occurredAt, call } = sound
  const context = objectOf(event.context)
  const segments: Record<string, string> = {}
  for (const [name, read] of rule?.segments ?? []) {
    const value = read(event)
    if (value !== '') segments[name] = value
  }
  const person = identifierOf(rule?.person?.(event)) ?? userId ?? anonymousId ?? emailOf(event) ?? ''
  const once = rule?.once(event)
  return {
    id: once ? contentId([rule!.touchpoint(event), once, person]) : (id ?? around.newId()),
    occurredAt: new Date(occurredAt),
    population: rule?.population ?? around.table.population,
    person,
    source: around.source,
    unit: rule?.unit(event) ?? '',
    offer: rule?.offer(event) ?? '',
    channel: rule?.channel(event) || channelOf(call, context),
    language: rule?.language(event) || languageOf(context.locale),
    weight: 1,
    segments,
  }
}

interface Kept {
  readonly arrived: ArrivedEvent
  readonly around: EventSurroundings
}

function held(
  why: { readonly reason: string; readonly key: string },
  sound: SoundEvent,
  { arrived, around }: Kept,
): UnderstoodEvent {
  const message = plainMessage(sound, around)
  return { as: 'held', message: { ...message, held: { ...why, payload: payloadOf(arrived) } } }
}

/** Kept under an id of its own, so that the event, corrected and sent again, is not taken for a resend. */
function deadLetter(why: EventFault, arrived: ArrivedEvent, around: EventSurroundings): UnderstoodEvent {
  const message: Message = {
    id: `invalid-${contentId(arrived.event)}`,
    occurredAt: new Date(arrived.receivedAt),
    population: around.table.population,
    person: '',
    source: around.source,
    unit: '',
    offer: '',
    channel: '',
    language: '',
    weight: 1,
    segments: {},
    held: { reason: 'invalid', key: why.code, payload: payloadOf(arrived) },
  }
  return { as: 'invalid', fault: why, message }
}

/**
 * The event as it came, with the moments that a replay needs and without what is kept of no event. What is no object
 * stands under `value`.
 */
function payloadOf({ event, receivedAt, sentAt }: ArrivedEvent): string {
  const isObject = typeof event === 'object' && event !== null && !Array.isArray(event)
  const { integrations, writeKey, context, ...said } = isObject ? (event as JsonObject) : { value: event }
  const { ip, userAgent, userAgentData, device, network, ...around } = objectOf(context)
  const moments = { sentAt, receivedAt: new Date(receivedAt).toISOString() }
  return JSON.stringify({ ...said, ...(context !== undefined && { context: around }), ...moments })
}

function nameOf({ call, event }: SoundEvent & { call: NamedCall }): EventName {
  if (call === 'track') return { call, name: textOf(event.event)!, path: '' }
  const properties = objectOf(event.properties)
  const name = textOf(event.name) ?? textOf(properties.name) ?? ''
  return { call, name, path: call === 'page' ? pathOf(properties, objectOf(event.context)) : '' }
}

function pathOf(properties: JsonObject, context: JsonObject): string {
  const page = objectOf(context.page)
  const path = textOf(properties.path) ?? textOf(page.path)
  if (path !== null) return path
  const url = textOf(properties.url) ?? textOf(page.url) ?? ''
  return URL.canParse(url) ? new URL(url).pathname : ''
}

const happenings = { page: 'Page Viewed', screen: 'Screen Viewed' } as const

const shownName = ({ call, name }: EventName) => (call === 'track' ? name : happenings[call])

const nameKeys = new Map<string, string>()
const nameKeysMax = 5_000

/** The name of an event as a key; as it is where no letter of it can stand in one. */
function nameKey(name: string): string {
  const known = nameKeys.get(name)
  if (known !== undefined) return known
  if (nameKeys.size >= nameKeysMax) nameKeys.clear()
  const key = keyOf(name) || name
  nameKeys.set(name, key)
  return key
}

/** What has to be mapped: the name, or the path of a page with what changes from one to the next left open. */
function heldKey({ call, name, path }: EventName): string {
  if (call === 'track') return name
  return `${call} ${name || openPath(path) || '/'}`
}

/** Parts of a path that are numbers or keys of records. */
const changing = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,})$/i

const openPath = (path: string) =>
  path
    .split('/')
    .map((part) => (changing.test(part) ? '*' : part))
    .join('/')

/** By what sent it, where neither the rule nor the event says so. */
function channelOf(call: EventCall, context: JsonObject): string {
  if (call === 'page') return 'web'
  if (call === 'screen') return 'app'
  const library = textOf(objectOf(context.library).name) ?? ''
  if (context.channel === 'browser' || context.channel === 'web' || library === 'analytics.js') return 'web'
  if (context.channel === 'mobile' || /ios|android|react-native|flutter|kotlin|swift/i.test(library))
    return 'app'
  return ''
}

/** `fr-FR` → `fr`. */
function languageOf(locale: unknown): string {
  const language = typeof locale === 'string' ? (locale.split(/[-_]/)[0] ?? '').toLowerCase() : ''
  return /^[a-z]{2,3}$/.test(language) ? language : ''
}
