import { expect, it } from 'vitest'
import { heldInstant, tableWithRule } from './held-groups.page.ts'
import { readEventTable } from './read-event-table.ts'

const named = (key: string) => ({ reason: 'name-unknown', key })

it('[UND-137] a rule begun for an unknown name stands first and leaves all else as it was', () => {
  const yaml = '# ours\nevents: 1\nrules:\n  - event: Door Opened\n    touchpoint: door\n'
  expect(tableWithRule(yaml, named('Locker: "A"'))).toBe(
    '# ours\nevents: 1\nrules:\n  - event: "Locker: \\"A\\""\n    touchpoint: \n  - event: Door Opened\n    touchpoint: door\n',
  )
})

it('[UND-137] pages, touchpoints and a table without rules are begun in their own place', () => {
  const completed = (yaml: string) => readEventTable(yaml.replace(/: ("\?")?$/m, ': door'), 'en')
  const empty = 'events: 1\nrules: []\n'
  expect(completed(tableWithRule(empty, named('page /help/*')))).toMatchObject({
    table: { rules: [{ page: '/help/*', touchpoint: 'door' }] },
  })
  const touchpoint = tableWithRule(empty, { reason: 'touchpoint-unknown', key: 'checkout' })
  expect(completed(touchpoint)).toMatchObject({ table: { touchpoints: { checkout: 'door' } } })
  for (const begun of [touchpoint, tableWithRule(empty, named('Door Opened'))])
    expect(readEventTable(begun, 'en')).toHaveProperty('findings')
})

it('[UND-137] a moment of the engine is one of UTC', () => {
  expect(heldInstant('2026-01-31 12:00:00.500').toISOString()).toBe('2026-01-31T12:00:00.500Z')
})
