import { describe, expect, it } from 'vitest'
import { messageOf, readRow, reasonsOf } from './test-row.ts'

const order = {
  order: 'o-1',
  buyer: 'b-9',
  bought: '2026-01-10 09:00:00',
  promised: '2026-01-20 00:00:00',
  delivered: '2026-01-22 08:30:00',
  state: 'delivered',
  price: '120.50',
  freight: '9.50',
  mood: '',
}
type Order = typeof order

const shop = (facts: Readonly<Record<string, unknown>>, row: Readonly<Record<string, unknown>> = {}) => ({
  mapping: 1,
  name: 'Orders',
  source: 'shop',
  row: { id: '{order}', person: '{buyer}', date: { text: '{bought}', format: 'iso' }, ...row },
  ...facts,
})

describe('interactions', () => {
  const delivery = {
    name: 'delivered',
    touchpoint: 'delivery',
    direction: 'out',
    sender: 'logistics',
    date: { text: '{delivered}', format: 'iso', optional: true },
    value: { difference: { from: '{promised}', to: '{delivered}', unit: 'calendar-days' } },
    valueUnit: 'days',
    properties: { state: 'state' },
    when: { column: 'state', is: ['delivered', 'returned'] },
  }
  const read = (cells: Partial<Order>, interaction: Readonly<Record<string, unknown>> = {}) =>
    messageOf(shop({ interactions: [{ ...delivery, ...interaction }] }), { ...order, ...cells }).interactions

  it('[UND-40] a delivery promised on the 20th and made on the 22nd is two days late, on the day it was made', () => {
    expect(read({})).toEqual([
      {
        name: 'delivered',
        direction: 'out',
        touchpoint: 'delivery',
        sender: 'logistics',
        occurredAt: new Date('2026-01-22T08:30:00Z'),
        value: 2,
        valueUnit: 'days',
        text: '',
        properties: { state: 'delivered' },
      },
    ])
  })

  it.each([
    ['2026-01-20 23:59:59', 0],
    ['2026-01-21 00:00:00', 1],
    ['2026-01-15 12:00:00', -5],
  ])('[UND-40] counted in days of the calendar, one of %s is %i days late', (delivered, late) => {
    expect(read({ delivered })![0]!.value).toBe(late)
  })

  it('[UND-40] counted in hours, a difference has decimals', () => {
    const value = { difference: { from: '{promised}', to: '{delivered}', unit: 'hours' } }
    expect(read({}, { value })![0]!.value).toBe(56.5)
  })

  it('[UND-40] there is none where its conditions do not hold, or its optional date is empty', () => {
    expect([read({ state: 'canceled' }), read({ delivered: '' })]).toEqual([undefined, undefined])
  })

  it('[UND-40] a date that is needed and empty, and one that is none, refuse the row', () => {
    const needed = { ...delivery, date: { text: '{delivered}', format: 'iso' } }
    expect(reasonsOf(shop({ interactions: [needed] }), { ...order, delivered: '' })).toEqual([
      '2 delivered "" is empty, and nothing else says when it was',
    ])
    expect(reasonsOf(shop({ interactions: [delivery] }), { ...order, promised: 'soon' })).toEqual([
      '2 {promised} "soon" is not a date written iso',
    ])
  })

  it('[UND-40] its name and its touchpoint may stand in the row', () => {
    const named = {
      name: { column: 'state' },
      touchpoint: { column: 'state', values: { delivered: 'door' } },
    }
    expect(read({}, named)![0]).toMatchObject({ name: 'delivered', touchpoint: 'door' })
  })
})

describe('outcomes', () => {
  const read = (outcome: Readonly<Record<string, unknown>>, cells: Partial<Order> = {}) =>
    readRow(shop({ outcomes: [{ kind: 'revenue', valueUnit: 'BRL', ...outcome }] }), { ...order, ...cells })
  const first = (outcome: ReturnType<typeof read>) =>
    typeof outcome === 'object' && 'message' in outcome ? outcome.message.outcomes?.[0] : outcome

  it('[UND-41] a value is a column, or a sum of columns', () => {
    expect(first(read({ value: 'price' }))).toEqual({
      ...{ kind: 'revenue', subject: 'person', touchpoint: '', value: 120.5, valueUnit: 'BRL' },
    })
    expect(first(read({ value: { plus: ['price', 'freight'] } }))).toMatchObject({ value: 130 })
  })

  it('[UND-41] of a share, the weight is what it is a share of; of nothing there is none', () => {
    const share = {
      subject: 'unit',
      value: { plus: ['freight'], per: { plus: ['price'], minus: ['freight'] }, times: 100 },
      weight: { plus: ['price'], minus: ['freight'] },
    }
    expect(first(read(share, { price: '50', freight: '10' }))).toMatchObject({ value: 25, weight: 40 })
    expect(read(share, { price: '10', freight: '10' })).toMatchObject({ outcomesNotGiven: 1 })
  })

  it('[UND-41] one that is empty or a code of notGiven is counted as not given, and a word has the number it stands for', () => {
    expect(read({ value: 'price', notGiven: ['s'] }, { price: 's' })).toMatchObject({ outcomesNotGiven: 1 })
    expect(read({ value: 'price' }, { price: '' })).toMatchObject({ outcomesNotGiven: 1 })
    const words = { value: 'state', values: { delivered: 1, canceled: 0 } }
    expect(first(read(words, { state: 'canceled' }))).toMatchObject({ value: 0 })
  })

  it('[UND-41] one that is no number refuses the row', () => {
    expect(
      reasonsOf(shop({ outcomes: [{ kind: 'revenue', value: 'price' }] }), { ...order, price: 'a lot' }),
    ).toEqual(['2 price "a lot" is not a number; add it to `notGiven` or to `values` of the mapping'])
  })
})

describe('questions that allow several choices', () => {
  const boxes = {
    name: 'channels',
    touchpoint: 'shop',
    columns: { web: 'web', store: 'store', phone: 'phone' },
  }
  const cells = { ...order, web: '1', store: 'Checked', phone: '0' }
  const chosen = (definition: unknown, row: Readonly<Record<string, string>>) =>
    messageOf(definition, row).answers?.map(({ question, score }) => [question.key, question.kind, score])

  it('[UND-42] boxes become one answer each, 1 where checked and 0 where not', () => {
    expect(chosen(shop({ choices: [boxes] }), cells)).toEqual([
      ['channels:web', 'choice', 1],
      ['channels:store', 'choice', 1],
      ['channels:phone', 'choice', 0],
    ])
  })

  it('[UND-42] where no box is checked nobody answered', () => {
    const none = { ...cells, web: '', store: '0' }
    expect(readRow(shop({ choices: [boxes] }), none)).toMatchObject({ answersNotGiven: 1 })
  })

  it('[UND-42] they may become segments instead', () => {
    const { segments, answers } = messageOf(shop({ choices: [{ ...boxes, as: 'segments' }] }), cells)
    expect([segments, answers]).toEqual([
      { 'channels-web': 'yes', 'channels-store': 'yes', 'channels-phone': 'no' },
      undefined,
    ])
  })

  it('[UND-42] several choices in one cell are split, and one that is not known refuses the row', () => {
    const packed = {
      ...{ name: 'mood', touchpoint: 'shop', column: 'mood', delimiter: ';' },
      values: { Glad: 'glad', Calm: 'calm' },
    }
    expect(chosen(shop({ choices: [packed] }), { ...order, mood: 'Calm; Glad' })).toEqual([
      ['mood:glad', 'choice', 1],
      ['mood:calm', 'choice', 1],
    ])
    expect(reasonsOf(shop({ choices: [packed] }), { ...order, mood: 'Calm;Odd' })).toEqual([
      '2 mood "Odd" is a choice the mapping does not know; add it to `values`, or give `otherwise`',
    ])
  })
})

describe('what is said of a person', () => {
  it('[UND-43] other identifiers and traits go with the row, without those that are empty', () => {
    const row = {
      aliases: ['order:{order}', 'mail:{mood}'],
      profile: { traits: { state: 'state', mood: 'mood' } },
    }
    expect(messageOf(shop({ outcomes: [{ kind: 'revenue', value: 'price' }] }, row), order)).toMatchObject({
      person: 'b-9',
      aliases: ['order:o-1'],
      profile: { group: '', traits: { state: 'delivered' } },
    })
  })

  it('[UND-43] without a person the row stands for one of its own, in whatever source', () => {
    const { person, ...row } = shop({ outcomes: [{ kind: 'revenue', value: 'price' }] }).row as {
      person?: string
    }
    expect(
      messageOf({ ...shop({ outcomes: [{ kind: 'revenue', value: 'price' }] }), row }, order).person,
    ).toBe('shop:o-1')
  })

  it('[UND-46] of employees a pseudonym is kept, as person and as id', () => {
    const employees = {
      ...shop({ outcomes: [{ kind: 'absence', value: 'price' }] }),
      population: 'employees',
    }
    expect(messageOf(employees, order)).toMatchObject({ id: 'pseudonym of o-1', person: 'pseudonym of b-9' })
  })
})

it('[UND-45] rows that do not count by what the mapping says are left out, whatever else is wrong with them', () => {
  const definition = shop(
    { outcomes: [{ kind: 'revenue', value: 'price' }] },
    {
      when: [
        { column: 'state', isNot: 'canceled' },
        { column: 'buyer', given: true },
      ],
    },
  )
  const read = (cells: Partial<Order>) => readRow(definition, { ...order, ...cells })
  expect([read({ state: 'canceled', price: 'x' }), read({ buyer: '' })]).toEqual(['left out', 'left out'])
  expect(read({})).toHaveProperty('message')
})
