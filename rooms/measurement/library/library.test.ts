import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import { Measure } from '../measures/measure.contract.ts'
import { measureFault } from '../measures/measure-fault.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import { measureFamilies } from './library.contract.ts'
import { measureLibrary } from './measure-library.ts'

let room: MeasurementRoom
beforeAll(async () => {
  room = await openMeasurementRoom()
})
afterAll(() => room.close())

const officer = (workspace: string) => room.clientIn(workspace, 'experience-officer')

describe('the measure library', () => {
  it('[MEA-275] every measure is whole, named in both languages, in a file of its own, and its formula rests on others of the library', () => {
    const keys = measureLibrary.map(({ measure }) => measure.key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const family of measureFamilies) {
      const files = readdirSync(new URL(`${family}/`, import.meta.url)).map((file) => file.replace('.ts', ''))
      const own = measureLibrary.filter((one) => one.family === family).map(({ measure }) => measure.key)
      expect(own.sort()).toEqual(files.sort())
    }
    for (const { measure, definition, source } of measureLibrary) {
      expect(Measure.parse(measure)).toEqual(measure)
      expect(measureFault(measure)).toBeNull()
      expect(Object.keys(measure.name)).toEqual(['en', 'fr'])
      expect(Object.keys(definition)).toEqual(['en', 'fr'])
      expect(source).toMatch(/\d{4}|SCOR/)
      for (const operand of measure.formula?.of ?? []) expect(keys).toContain(operand.measure)
    }
  })

  it('[MEA-276] a formula brings what it rests on, under the names of the workspace, and gives the figure by hand', async () => {
    const client = officer('cases')
    const opened = (person: string, day: number) =>
      messageOf({
        ...{ id: `${person}-${day}`, person, occurredAt: new Date(Date.UTC(2026, 4, day)) },
        interactions: [
          {
            ...{ name: 'ticket', direction: 'in', touchpoint: 'help', sender: '', value: null },
            ...{ valueUnit: '', text: '', properties: {} },
          } as const,
        ],
      })
    // Four cases, one of which was followed by another of the same person within 14 days.
    await room.warehouse.keep('cases', [opened('a', 1), opened('a', 9), opened('b', 2), opened('c', 3)])
    // The days of a case on the last day are not over.
    await room.warehouse.keep('cases', [opened('d', 31)])
    const added = await client.measureLibrary.add({
      ...{ workspace: 'cases', key: 'first-contact-resolution', kind: 'ticket' },
    })
    expect(added).toEqual({ added: ['repeat-contact', 'first-contact-resolution'] })
    const { measures } = await client.measures.list({ workspace: 'cases' })
    expect(measures.find(({ key }) => key === 'repeat-contact')).toMatchObject({
      ...{ kind: 'ticket', followedBy: { name: 'ticket', withinDays: 14 } },
    })
    const asked = { workspace: 'cases', period: '2026-05', population: 'customers', compare: 'none' } as const
    const { figures } = await client.figures.read(asked)
    const figureOf = (measure: string) => figures.find((one) => one.measure === measure)!.estimate.value!
    expect(figureOf('first-contact-resolution')).toBeCloseTo(1 - figureOf('repeat-contact'), 12)
    expect(figureOf('repeat-contact')).toBeCloseTo(1 / 4, 12)
  })

  it('[MEA-277] it tells what the workspace has, what came in of each, and leaves what is there as it is', async () => {
    const client = officer('told')
    await room.tell('told', [
      { kind: 'nps', score: 9 },
      { kind: 'nps', score: 8 },
    ])
    const own = { key: 'nps', name: 'Ours', method: 'nps', kind: 'nps', scale: { low: 0, high: 10 } } as const
    await client.measures.put({ workspace: 'told', ...own })
    const { measures, names } = await client.measureLibrary.list({ workspace: 'told' })
    const listed = (key: string) => measures.find(({ measure }) => measure.key === key)!
    expect(listed('nps')).toMatchObject({ isAdded: true, found: 2, family: 'perception' })
    expect(listed('csat')).toMatchObject({ isAdded: false, found: 0 })
    expect(listed('abandonment')).toMatchObject({ found: null, needs: ['checkout-completion'] })
    expect(listed('engagement').found).toBeNull()
    expect(names.answers).toEqual(['nps'])
    expect(await client.measureLibrary.add({ workspace: 'told', key: 'nps' })).toEqual({ added: [] })
    const kept = (await client.measures.list({ workspace: 'told' })).measures
    expect(kept.map(({ name }) => name)).toEqual(['Ours'])
  })

  it('[MEA-277] a measure that the library does not have is refused with those it has', async () => {
    const refused = await officer('told')
      .measureLibrary.add({ workspace: 'told', key: 'joy' })
      .catch(refusalOf)
    expect(refused).toMatchObject({
      code: 'MEASUREMENT_LIBRARY_UNKNOWN',
      values: { key: 'joy', known: expect.stringContaining('nps, csat') },
    })
  })
})
