import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Mapping } from '../mapping.ts'
import { answersOf } from '../test-row.ts'
import { proposeMapping } from './propose-mapping.ts'
import { sampleText } from './sample-text.ts'

const context = { fileName: 'Till survey.csv', today: '2026-03-01' }

function proposalOf(text: string, encoding: 'utf-8' | 'windows-1252' = 'utf-8') {
  const head = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'latin1')
  return proposeMapping(sampleText({ head, pieces: [], encoding }), context)
}

/** A file of 200 rows, each cell told by the number of its row. */
function fileOf(columns: Readonly<Record<string, (row: number) => string | number>>, delimiter = ',') {
  const rows = Array.from({ length: 200 }, (_, row) => Object.values(columns).map((cell) => cell(row)))
  return `${[Object.keys(columns), ...rows].map((cells) => cells.join(delimiter)).join('\n')}\n`
}

/** What a column gives in a proposal of its own file. */
function columnOf(columns: Parameters<typeof fileOf>[0], name = Object.keys(columns)[0]) {
  return proposalOf(fileOf(columns)).columns.find(({ column }) => column === name)!
}

const of =
  <T>(...values: readonly T[]) =>
  (row: number): T =>
    values[(row * 7 + Math.floor(row / values.length)) % values.length]!
const day = (row: number) => `2026-01-${String((row % 28) + 1).padStart(2, '0')}`

describe('what a column is', () => {
  const battery = {
    Q7ART: of(1, 2, 3, 4, 5, 5, 4, 6, 6, 0),
    Q7FOOD: of(3, 4, 5, 5, 4, 2, 1, 6),
    Q7ALL: of(4, 4, 5, 3, 2, 1, 5, 4, 0),
  }

  it('[UND-30] scores of 1 to 5, where 6 above them and 0 below stand for no answer', () => {
    expect(columnOf(battery)).toMatchObject({ role: 'score', scale: { low: 1, high: 5 }, notGiven: [0, 6] })
    // A code of the battery holds for each of its columns, also where the sample does not meet it.
    expect(columnOf(battery, 'Q7FOOD')).toMatchObject({ role: 'score', notGiven: [0, 6] })
  })

  it.each([
    ['0 to 10 with 11', { recommend: of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 10, 9) }, [0, 10], [11]],
    ['1 to 5 with 99', { rating: of(1, 2, 3, 4, 5, 99) }, [1, 5], [99]],
    ['1 to 7', { satisfaction: of(1, 2, 3, 4, 5, 6, 7) }, [1, 7], []],
    ['1 to 5 with a word', { rating: of('1', '2', '3', '4', '5', 'Blank') }, [1, 5], ['Blank']],
    [
      '1 to 5 with 0',
      { 'Seat Comfort': of(1, 2, 3, 4, 5, 0), Cleanliness: of(1, 3, 2, 5, 4, 0), Food: of(0, 5, 4, 3, 2, 1) },
      [1, 5],
      [0],
    ],
  ] as const)('[UND-30] scores of %s', (_, columns, [low, high], notGiven) => {
    expect(columnOf(columns)).toMatchObject({ role: 'score', scale: { low, high }, notGiven })
  })

  it.each([
    [
      [
        'Very satisfied',
        'Somewhat satisfied',
        'Neither satisfied nor dissatisfied',
        'Somewhat dissatisfied',
        'Very dissatisfied',
      ],
    ],
    [['Tout à fait d’accord', 'Plutôt d’accord', 'Plutôt pas d’accord', 'Pas du tout d’accord']],
  ])('[UND-30] the words of a scale in their order: %j', (words) => {
    const downwards = Object.fromEntries(words.map((word, index) => [word, words.length - index]))
    expect(columnOf({ Q1: of(...words, 'N/A') })).toMatchObject({
      role: 'score',
      scale: { low: 1, high: words.length },
      values: downwards,
      notGiven: ['N/A'],
    })
  })

  it.each([
    ['person', { customer_id: (row: number) => `c${(row * 13) % 40}x9` }],
    ['response', { response_id: (row: number) => `R_${row}a` }],
    ['response', { no: (row: number) => row + 1 }],
    ['weight', { weight: (row: number) => 0.5 + (row % 9) / 7 }],
    ['segment', { gender: of('f', 'm', 'x') }],
    ['segment', { plan: of('gold', 'silver') }],
    ['unit', { store: of('Lyon', 'Paris', 'Nice') }],
    ['language', { lang: of('en', 'fr') }],
    [
      'verbatim',
      { comment: (row: number) => `The queue was ${row} people long and nobody came to open a till` },
    ],
    ['outcome', { basket_amount: (row: number) => 10 + ((row * 37) % 100) / 7 }],
    ['ignore', { note: () => '', no: (row: number) => row + 1 }],
    ['ignore', { wave: () => 'spring' }],
  ] as const)('[UND-29] %s, with the reason in both languages', (role, columns) => {
    const column = columnOf(columns)
    expect(column.role).toBe(role)
    expect(column.why.en).toMatch(/\.$/)
    expect(column.why.fr).toMatch(/\.$/)
  })

  it('[UND-32] boxes of one question, ticked or not, and places for several answers', () => {
    const boxes = { Q2_1: of(0, 1), Q2_2: of(0, 0, 1), Q2_3: of(1, 0, 0, 0), Q2_4: of(0, 1, 1) }
    expect(columnOf(boxes)).toMatchObject({ role: 'check-all', group: 'Q2' })
    const places = {
      Q3_1: of('3', '5', '8'),
      Q3_2: of('', '5', '', ''),
      Q3_3: of('', '', '', '', '', '', '', '2'),
    }
    expect(columnOf(places)).toMatchObject({ role: 'check-all', group: 'Q3' })
  })
})

describe('dates', () => {
  it.each([
    ['days over 12 come first', (row: number) => `${(row % 28) + 1}/3/2026`, ['d/M/yyyy']],
    ['days over 12 come second', (row: number) => `3/${(row % 28) + 1}/2026 9:05 AM`, ['M/d/yyyy h:mm a']],
    ['one day of many months', (row: number) => `1/${(row % 12) + 1}/2025`, ['d/M/yyyy']],
    ['the year comes first', day, ['iso']],
    ['without marks', (row: number) => day(row).replaceAll('-', ''), ['yyyyMMdd']],
  ])('[UND-31] %s', (_, cell, formats) => {
    expect(columnOf({ when: cell })).toMatchObject({ role: 'date', formats })
  })

  it('[UND-31] two styles in one column are told', () => {
    const proposal = proposalOf(fileOf({ when: (row) => (row % 2 ? `${(row % 28) + 1}/1/2026` : day(row)) }))
    expect(proposal.columns[0]!.formats).toEqual(['d/M/yyyy', 'iso'])
    expect(proposal.warnings.map(({ en }) => en)).toContainEqual(
      expect.stringMatching(/^Dates are written in two styles/),
    )
  })

  it('[UND-31] where nothing shows which comes first, it is asked', () => {
    const proposal = proposalOf(fileOf({ when: (row) => `${(row % 11) + 1}/${(row % 5) + 1}/2026` }))
    expect(proposal.questions.map(({ en }) => en)).toContainEqual(expect.stringMatching(/the day is taken/))
  })
})

describe('how the file is written', () => {
  it('[UND-28] semicolons, decimal commas and Windows-1252 are found', () => {
    const text = fileOf(
      { jour: day, qualité: of('1,5', '2,5', '4,0', '5,0'), boutique: of('Évry', 'Orléans') },
      ';',
    )
    const { mapping } = proposalOf(text, 'windows-1252')
    expect(parse(mapping!).file).toEqual({ encoding: 'windows-1252', delimiter: ';', decimal: ',' })
  })

  it('[UND-28] two header rows, where columns stand in groups under one name, are joined', () => {
    const rows = Array.from(
      { length: 60 },
      (_, row) =>
        `${row + 1},${row % 2 ? 'Till' : ''},${row % 3 ? 'Advice' : ''},${row % 5 ? 'Price' : ''},${(row % 5) + 1}`,
    )
    const { columns, mapping } = proposalOf(
      `id,What was good?,,,rating\n,Till,Advice,Price,Answer\n${rows.join('\n')}\n`,
    )
    expect(columns.map(({ column, role }) => `${column} = ${role}`)).toEqual([
      'id = response',
      'What was good?: Till = check-all',
      'What was good?: Advice = check-all',
      'What was good?: Price = check-all',
      'rating = score',
    ])
    expect(parse(mapping!).file).toEqual({ headerRows: 2, names: 'joined' })
  })

  it('[UND-28] a file without a header is said to have none', () => {
    const proposal = proposalOf('1,4.5,good enough\n2,3.5,not so bad\n3,4.0,fine for us\n')
    expect(proposal.columns.map(({ column }) => column)).toEqual(['1', '2', '3'])
    expect(proposal.warnings[0]!.en).toMatch(/^No row names the columns/)
  })
})

describe('the mapping', () => {
  const file = {
    response_id: (row: number) => `R-${row}`,
    date: day,
    store: of('Lyon', 'Paris', 'Nice'),
    gender: of('f', 'm'),
    Q1_till: of(1, 2, 3, 4, 5, 0, 4),
    Q1_advice: of(5, 4, 3, 2, 1, 0, 5),
    recommend: of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    comment: (row: number) => `There were ${row} people before me and one till was open`,
  }

  it('[UND-33] reads the file it was proposed for', () => {
    const mapping = Mapping.parse(parse(proposalOf(fileOf(file)).mapping!))
    expect(mapping).toMatchObject({
      name: 'Till survey',
      source: 'till-survey',
      row: {
        id: '{response_id}',
        date: { text: '{date}', format: 'iso' },
        unit: 'store',
        segments: { gender: 'gender' },
      },
      answers: [
        {
          kind: 'csat',
          scale: { low: 1, high: 5 },
          notGiven: [0],
          columns: { Q1_till: 'q1-till', Q1_advice: 'q1-advice' },
        },
        { kind: 'nps', scale: { low: 0, high: 10 }, columns: { recommend: 'recommend' } },
      ],
      comments: [{ column: 'comment', touchpoint: 'comment' }],
    })
    const cells = Object.fromEntries(Object.entries(file).map(([name, cell]) => [name, String(cell(3))]))
    expect(answersOf(mapping, cells).map(({ question }) => question.kind)).toEqual([
      'csat',
      'csat',
      'nps',
      'comment',
    ])
  })

  it('[UND-39] of a file of one row an answer takes the touchpoint from the row', () => {
    const proposal = proposalOf(
      fileOf({
        response_id: (row) => `R-${Math.floor(row / 2)}`,
        date: day,
        touchpoint: of('till', 'advice'),
        rating: of(1, 2, 3, 4, 5),
      }),
    )
    expect(proposal.shape).toBe('long')
    expect(Mapping.parse(parse(proposal.mapping!))).toMatchObject({
      row: { id: '{response_id}-{touchpoint}' },
      answers: [{ scale: { low: 1, high: 5 }, touchpoint: 'touchpoint', columns: { rating: 'rating' } }],
    })
  })

  it('[UND-33] there is none where nothing is an answer, and it is asked which column is one', () => {
    const proposal = proposalOf(fileOf({ customer_id: (row) => `c${row % 30}9`, date: day }))
    expect(proposal.mapping).toBeNull()
    expect(proposal.questions[0]!.en).toMatch(/^No column looks like an answer/)
  })
})
