import fc from 'fast-check'

/** Texts that trouble YAML: what looks like another type, quotes, indents, several lines, other scripts. */
const troublesome = fc.constantFrom(
  'yes',
  'null',
  '~',
  '1.0',
  '0x1F',
  '- a',
  'a: b',
  'a #b',
  '# a',
  "l'été",
  '"',
  "'",
  ' leading',
  'trailing ',
  'one\ntwo',
  'one\n\ntwo\n',
  '\n',
  '\t',
  '\r\n',
  '---',
  '...',
  '%',
  '@',
  '`',
  '|',
  '>',
  '*a',
  '&a',
  '!a',
  '{',
  '[',
  '?',
  ':',
  '-',
  '2017-05-01',
  'préféré ? « oui »',
  '日本語',
  '👍',
  '\u2028',
  '\u0085',
  '\ufeff',
  '<<',
  '=',
)

const text = fc.oneof(
  troublesome,
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.string({ minLength: 1, unit: 'binary' }).filter((drawn) => !drawn.includes('\0')),
  fc.lorem({ maxCount: 40 }),
)
const textIn = fc.oneof(text, fc.record({ en: text, fr: text }))
const key = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)

const keyed = <Fields extends object>(fields: fc.Arbitrary<Fields>, maxLength = 6) =>
  fc
    .uniqueArray(fc.tuple(key, fields), { selector: ([drawn]) => drawn, maxLength })
    .map((items) => items.map(([drawn, rest]) => ({ key: drawn, ...rest })))

const pillars = keyed(fc.record({ name: textIn })).chain((drawn) =>
  fc.constant(drawn.map((pillar, place) => (place === 0 ? { ...pillar, attributes: [attribute] } : pillar))),
)
const attribute = { key: 'one-attribute', name: { en: 'Attentive', fr: 'Attentif' } }

const platform = fc.record(
  { name: textIn, ambition: textIn, intended: textIn, pillars, principles: fc.array(textIn) },
  { requiredKeys: ['name', 'ambition', 'pillars'] },
)

const measure = fc.record(
  {
    name: textIn,
    method: fc.constantFrom('csat', 'nps'),
    kind: key,
    scale: fc.constant({ low: 1, high: 5 }),
    box: fc.constant({ from: 4, to: 5 }),
    better: fc.constantFrom('higher', 'lower'),
  },
  { requiredKeys: ['name', 'method', 'kind', 'scale'] },
)

const base = fc.record({
  platform,
  teams: keyed(fc.record({ name: textIn })),
  units: keyed(fc.record({ name: textIn })),
  measures: keyed(measure),
})
const populations = fc.constantFrom('customers', 'prospects', 'employees')
const share = fc.double({ min: 0, max: 1, noNaN: true })

/** Sections that hold together, so that a file made of them has no finding. */
export const experience = base.chain((sections) => {
  const keysOf = (items: readonly { key: string }[]) => items.map((item) => item.key)
  const among = (keys: readonly string[]) => (keys.length === 0 ? undefined : fc.constantFrom(...keys))
  const [pillar, team, measured] = [sections.platform.pillars, sections.teams, sections.measures].map(
    (items) => among(keysOf(items)),
  )
  const optional = { channel: key, ...(pillar && { pillar }), ...(team && { owner: team }) }
  const promise = measured && fc.record({ statement: textIn, measure: measured, target: share })
  const touchpoint = fc.record(
    { name: textIn, ...optional, ...(promise && { promise }) },
    { requiredKeys: ['name'] },
  )
  return keyed(touchpoint).chain((touchpoints) => {
    const met = among(keysOf(touchpoints))
    const standard =
      met && measured && fc.record({ name: textIn, touchpoint: met, measure: measured, threshold: share })
    const standards = standard ? keyed(standard) : fc.constant([])
    const places = met ? fc.uniqueArray(met, { maxLength: 3 }) : fc.constant([])
    const stage = fc.record({ name: textIn, touchpoints: places, moments: fc.constant([]) })
    const stages = keyed(stage).filter((drawn) => drawn.length > 0)
    const journeys = keyed(fc.record({ name: textIn, population: populations, stages }), 2)
    const clause = fc.record({
      statement: textIn,
      to: fc.constantFrom('customers', 'employees'),
      behaviours: fc.array(textIn, { maxLength: 2 }),
      touchpoints: places,
    })
    return fc.tuple(standards, journeys, keyed(clause, 3)).map(([drawn, walked, charter]) => ({
      ...sections,
      units: tree(sections.units),
      touchpoints,
      journeys: walked,
      standards: drawn,
      charter,
    }))
  })
})

/** Gives each unit but the first a parent among those before it. */
function tree<Unit extends { key: string }>(units: readonly Unit[]) {
  return units.map((unit, place) =>
    place === 0 ? unit : { ...unit, parent: units[Math.floor(place / 2)]?.key },
  )
}
