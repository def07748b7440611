import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { eventWords } from './event.words.ts'

const faults = [
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

/** Says why an event cannot be kept as facts, by the code of the reason. */
export function useFaultSaid() {
  const say = useWords(eventWords)
  return (code: string) => {
    const known = faults.find((fault) => fault === code)
    return known ? say(known) : say('otherFault', { code })
  }
}
