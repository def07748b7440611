/** The mapping of a file with the columns `no` and `till`. */
export const tillMapping = `mapping: 1
name: Till survey
source: till
row: { id: "{no}", date: { text: "2026-01-15" } }
answers:
  - { kind: csat, scale: { low: 1, high: 5 }, columns: { till: till } }
`
