import { expect, it } from 'vitest'
import { checkExperience } from './check-experience.ts'
import type { SectionValues } from './experience-violation.ts'
import { testOutlines } from './test-rooms.ts'

function check(text: string, held: SectionValues = {}, language: 'en' | 'fr' = 'en') {
  const { findings } = checkExperience({ text, outlines: testOutlines, held, language })
  return findings.map(({ line, column, path, message, hint }) => [`${line}:${column}`, path, message, hint])
}

const sound = `tutti: 1
platform:
  name: Airport
  ambition: Calm
  pillars:
    - key: connected
      name: Connected
teams:
  - key: it
    name: IT
units:
  - key: north
    name: North
measures:
  - key: csat
    name: Satisfied
    method: csat
    kind: csat
    scale: { low: 1, high: 5 }
touchpoints:
  - key: wifi
    name: Wi-Fi
    pillar: connected
    owner: it
    promise:
      statement: It works
      measure: csat
      target: 0.8
standards:
  - key: wifi-works
    name: Works
    touchpoint: wifi
    measure: csat
    threshold: 0.75
    owner: it
`
const broken = (from: string, to: string) => check(sound.replace(from, to))

it('[STR-50] a sound file has no finding', () => {
  expect(check(sound)).toEqual([])
})

it('[STR-51] a mistake of syntax is told where it stands', () => {
  expect(broken('    name: IT', '\tname: IT')).toContainEqual([
    '10:1',
    '',
    'a tab stands where spaces are expected',
    'Indent with two spaces.',
  ])
  expect(check('tutti: 1\ntutti: 1\n')).toEqual([
    ['2:1', '', 'this field is written twice', 'Keep one of them.'],
  ])
  expect(check('teams: *all\n')[0]?.[2]).toBe(
    'unresolved alias (the anchor must be set before the alias): all',
  )
})

it('[STR-51] an empty file is told to be so', () => {
  expect(check('')).toEqual([
    ['1:1', '', '"experience.yaml" is empty', 'Give it a value, or remove the field.'],
  ])
})

it('[STR-52] a field nobody knows is told at its name, with the one meant', () => {
  expect(broken('    owner: it', '    ownr: it')).toEqual([
    ['24:5', 'touchpoints[0].ownr', 'there is no field "ownr" here', 'Did you mean "owner"?'],
  ])
  expect(broken('teams:', 'team:')[0]).toEqual([
    '8:1',
    'team',
    'there is no field "team" here',
    'Did you mean "teams"?',
  ])
})

it('[STR-53] a missing field is told at the thing that lacks it', () => {
  expect(broken('    target: 0.8\n', '\n').at(-1)).toEqual([
    '26:7',
    'touchpoints[0].promise.target',
    '"target" is missing',
    'Add "target: …".',
  ])
})

it('[STR-53] a missing text is told as such', () => {
  expect(broken('    name: IT\n', '\n')).toEqual([
    ['9:5', 'teams[0].name', '"name" is missing', 'Add "name: …".'],
  ])
})

it.each([
  ['target: 0.8', 'target: high', '28:15', '"high" is not a number'],
  ['target: 0.8', 'target: .nan', '28:15', '"NaN" is not a number'],
  ['method: csat', 'method: csta', '17:13', '"csta" is not allowed here'],
  ['key: it', 'key: IT Désk', '9:10', '"IT Désk" is not a key'],
  ['owner: it', 'owner:', '24:11', '"owner" is empty'],
  ['name: IT', "name: ''", '10:11', '"name" is empty'],
  ['tutti: 1', 'tutti: 2', '1:8', '"2" is not allowed here'],
])('[STR-53] %s written %s is told at %s', (from, to, place, message) => {
  expect(broken(from, to)).toContainEqual([place, expect.any(String), message, expect.any(String)])
})

it('[STR-53] a text in one language of two is told at the language that lacks', () => {
  expect(broken('name: Wi-Fi', 'name: { en: Wi-Fi }')).toEqual([
    ['22:11', 'touchpoints[0].name.fr', '"fr" is missing', 'Add "fr: …".'],
  ])
})

it('[STR-54] a key used twice is told at its second use', () => {
  const twice = '  - key: it\n    name: IT\n'
  expect(broken(twice, twice + twice)).toEqual([
    ['11:10', 'teams[1].key', 'the key "it" is already used at teams[0].key', 'Give each its own key.'],
  ])
})

it.each([
  [
    'pillar: connected',
    'pillar: conected',
    '23:13',
    'there is no pillar "conected"',
    'Did you mean "connected"?',
  ],
  [
    'owner: it\n    promise',
    'owner: ti\n    promise',
    '24:12',
    'there is no team "ti"',
    'Did you mean "it"?',
  ],
  [
    'name: North',
    'name: North\n    parent: nroth',
    '14:13',
    'there is no unit "nroth"',
    'Did you mean "north"?',
  ],
  [
    'measure: csat\n      target',
    'measure: nps\n      target',
    '27:16',
    'there is no measure "nps"',
    'There are: csat.',
  ],
  ['touchpoint: wifi', 'touchpoint: wfi', '32:17', 'there is no touchpoint "wfi"', 'Did you mean "wifi"?'],
])('[STR-55] %s written otherwise names nothing', (from, to, place, message, hint) => {
  expect(broken(from, to)).toEqual([[place, expect.any(String), message, hint]])
})

it('[STR-57] units that would belong to themselves are told once a circle', () => {
  const circle = `units:
  - { key: outside, name: Outside, parent: b }
  - { key: a, name: A, parent: b }
  - { key: b, name: B, parent: a }
  - { key: self, name: Self, parent: self }
`
  expect(check(`tutti: 1\n${circle}`).map(([place, , message]) => [place, message])).toEqual([
    ['5:32', '"b" would belong to itself through "a"'],
    ['6:38', '"self" would belong to itself through "self"'],
  ])
})

it('[STR-58] a target or a threshold outside what its measure can be is told', () => {
  expect(broken('target: 0.8', 'target: 80')).toEqual([
    [
      '28:15',
      'touchpoints[0].promise.target',
      '80 is outside what the measure "csat" can be: 0 to 1',
      'State it in the unit of the measure; a share runs from 0 to 1.',
    ],
  ])
  expect(broken('threshold: 0.75', 'threshold: -1')[0]?.[1]).toBe('standards[0].threshold')
})

const teamsOnly = 'tutti: 1\nteams:\n  - { key: it, name: IT }\n'

it('[STR-59] what a file leaves out is looked up in the workspace', () => {
  const standards = '\nstandards:\n  - { key: s, name: S, touchpoint: wfi, measure: csat, threshold: 0.5 }\n'
  expect(check(`tutti: 1${standards}`)).toEqual([])
  const held = { touchpoints: [{ key: 'wifi', name: 'Wi-Fi' }] }
  expect(check(`tutti: 1${standards}`, held).map(([, , , hint]) => hint)).toEqual(['Did you mean "wifi"?'])
})

it('[STR-59] leaving out what the workspace still names is told at the section that lacks it', () => {
  const held = { touchpoints: [{ key: 'wifi', name: 'Wi-Fi', owner: 'network' }] }
  expect(check(teamsOnly, held)).toEqual([
    [
      '2:1',
      'teams',
      'there is no team "network" here, and "wifi" of the workspace names it',
      'Keep "network", or state in the file the section that holds "wifi".',
    ],
  ])
})

it('[STR-60] a text that cannot be kept is told', () => {
  expect(broken('name: IT', String.raw`name: "I\0T"`).map(([place]) => place)).toEqual(['10:11'])
  expect(broken('name: IT', String.raw`name: "I\ud800T"`).map(([place]) => place)).toEqual(['10:11'])
})

it('[STR-61] findings come from top to bottom, all of them, in the language asked for', () => {
  const text = sound.replace('owner: it', 'owner: ti').replace('target: 0.8', 'target: 80')
  expect(check(text, {}, 'fr').map(([place, , message]) => [place, message])).toEqual([
    ['24:12', 'il n’y a aucune équipe « ti »'],
    ['28:15', '80 sort de ce que la mesure « csat » peut valoir : de 0 à 1'],
  ])
})
