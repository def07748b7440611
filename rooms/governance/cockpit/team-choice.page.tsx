import { NativeSelect } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSearchValue, useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Team } from '../../strategy/contract.ts'
import { cockpitWords } from './cockpit.words.ts'

/** In the address for what everybody sees, whatever this browser remembers. */
const everybody = 'all'

/** The team whose promises are looked at: of the address, else chosen last in this browser, else the reader's own. */
export function useTeam(): { readonly team: string | undefined; readonly choose: (team: string) => void } {
  const { workspace, team: own } = useSession()
  const asked = useSearchValue('team')
  const set = useSetSearch()
  const [kept, keep] = useLocalStorage({ key: `tutti-team-${workspace}`, defaultValue: own ?? everybody })
  const team = asked ?? kept
  return {
    team: team === everybody ? undefined : team,
    choose: (chosen) => {
      keep(chosen)
      set({ team: chosen })
    },
  }
}

interface TeamChoiceProps {
  /** Undefined until they are known. */
  readonly teams: readonly Team[] | undefined
  readonly team: string | undefined
  readonly onChoose: (team: string) => void
}

/** Chooses whose promises the cockpit shows. */
export function TeamChoice({ teams, team, onChoose }: TeamChoiceProps) {
  const say = useWords(cockpitWords)
  const language = useLanguage()
  if (teams?.length === 0) return null
  const options = (teams ?? []).map(({ key, name }) => ({ value: key, label: textIn(name, language) }))
  return (
    <NativeSelect
      w={215}
      aria-label={say('whose')}
      disabled={teams === undefined}
      data={teams === undefined ? [] : [{ value: everybody, label: say('everybody') }, ...options]}
      value={team ?? everybody}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  )
}
