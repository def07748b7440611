/** A number made of a text, as precise as a double can hold: a column of numbers crosses far quicker than one of texts. */
export function numberOf(text: string): string {
  return `toFloat64(bitShiftRight(cityHash64(${text}), 11))`
}

/** People are told apart by a number made of their name. */
export const personNumber = numberOf('person')
