import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import type { PaletteEntry } from '../../../foundations/ui/palette/palette.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { designContract } from '../../../rooms/design/contract.ts'
import { permissionOfScreen, type SectionKey, screenPath, screensOfSection, sectionKeys } from './screens.ts'
import { shellWords } from './shell.words.ts'

const Palette = lazy(async () => ({
  default: (await import('../../../foundations/ui/palette/palette.tsx')).Palette,
}))

function useScreenEntries(): PaletteEntry[] {
  const say = useWords(shellWords)
  const { permissions } = useSession()
  const entriesOf = (section: SectionKey) =>
    screensOfSection[section]
      .filter((screen) => permissions.includes(permissionOfScreen[screen] ?? permissions[0] ?? ''))
      .map((screen) => ({
        id: screenPath(section, screen),
        label: say(screen),
        detail: section === 'cockpit' ? '' : say(section),
        group: say('screens'),
      }))
  return sectionKeys.flatMap(entriesOf)
}

function useTouchpointEntries(): PaletteEntry[] {
  const say = useWords(shellWords)
  const language = useLanguage()
  const { workspace } = useSession()
  const { data } = useQuery(
    useApi(designContract).query.touchpoints.list.queryOptions({ input: { workspace } }),
  )
  return (data?.touchpoints ?? []).map((touchpoint) => ({
    id: `measurement/touchpoints/${touchpoint.key}`,
    label: textIn(touchpoint.name, language),
    detail: touchpoint.key,
    group: say('touchpoints'),
  }))
}

interface CommandPaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Goes to any screen or touchpoint by a few letters of its name. */
export function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const say = useWords(shellWords)
  const navigate = useNavigate()
  const { workspace } = useSession()
  const entries = [...useScreenEntries(), ...useTouchpointEntries()]
  const go = (id: string) => {
    onClose()
    void navigate({ to: `/w/${workspace}/${id}` as string })
  }
  return (
    <Suspense fallback={null}>
      <Palette
        opened={opened}
        onClose={onClose}
        entries={entries}
        onChoose={go}
        placeholder={say('search')}
        nothing={say('noneFound')}
      />
    </Suspense>
  )
}
