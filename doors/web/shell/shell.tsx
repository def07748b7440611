import { Outlet } from '@tanstack/react-router'
import { Suspense, useCallback, useState } from 'react'
import { EvidenceContext, type EvidenceSubject } from '../../../foundations/ui/evidence/evidence-context.ts'
import { type Session, SessionContext } from '../../../foundations/ui/session/session-context.ts'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { CommandPalette } from './command-palette.tsx'
import { EvidenceBeside } from './evidence-beside.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { Rail } from './rail.tsx'
import { SectionTabs } from './section-tabs.tsx'
import styles from './shell.module.css'
import { shellWords } from './shell.words.ts'
import { TopBar } from './top-bar.tsx'
import { usePalette } from './use-palette.ts'

function focusContent() {
  document.getElementById('content')?.focus()
}

/** Rail, top bar, page, and the evidence beside it. */
export function Shell({ session }: { readonly session: Session }) {
  const say = useWords(shellWords)
  const [subject, setSubject] = useState<EvidenceSubject | null>(null)
  const closeEvidence = useCallback(() => setSubject(null), [])
  const palette = usePalette()
  return (
    <SessionContext value={session}>
      <EvidenceContext value={setSubject}>
        <button type="button" className={styles.skip} onClick={focusContent}>
          {say('skip')}
        </button>
        <div className={styles.app} data-evidence={subject ? 'open' : undefined}>
          <Rail />
          <div className={styles.side}>
            <TopBar onSearch={palette.open} />
            <main className={styles.page} id="content" tabIndex={-1}>
              <SectionTabs />
              <Suspense fallback={<Loading height={320} />}>
                <Outlet />
              </Suspense>
            </main>
          </div>
          <PhoneBar />
          {subject ? <EvidenceBeside subject={subject} onClose={closeEvidence} /> : null}
        </div>
        {palette.wanted ? <CommandPalette opened={palette.opened} onClose={palette.close} /> : null}
      </EvidenceContext>
    </SessionContext>
  )
}
