/** Why an event cannot be kept as facts; stable, for programs. */
export const eventFaultCodes = [
  'not-an-object',
  'too-large',
  'type-unknown',
  'name-missing',
  'person-missing',
  'previous-missing',
  'group-missing',
  'id-too-long',
  'date-unreadable',
  'date-impossible',
  'score-outside-scale',
] as const
export type EventFaultCode = (typeof eventFaultCodes)[number]
