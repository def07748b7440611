import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { eventWords } from './event.words.ts'
import { eventFaultCodes } from './event-fault-codes.ts'

/** Says why an event cannot be kept as facts, by the code of the reason. */
export function useFaultSaid() {
  const say = useWords(eventWords)
  return (code: string) => {
    const known = eventFaultCodes.find((fault) => fault === code)
    return known ? say(known) : say('otherFault', { code })
  }
}
