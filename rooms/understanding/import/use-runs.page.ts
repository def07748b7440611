import { useState } from 'react'
import { useStartImports } from './use-imports.page.ts'
import { filesTogether, type Wizard } from './use-wizard.page.ts'

/** Dry runs and imports that the wizard has started, the latest of them. */
export function useRuns({ uploads, mapping, setStep }: Pick<Wizard, 'uploads' | 'mapping' | 'setStep'>) {
  const [ids, setIds] = useState<readonly string[]>([])
  const [dryRun, setDryRun] = useState(false)
  const start = useStartImports((started, dry) => {
    setIds(started)
    setDryRun(dry)
    setStep('result')
  })
  const run = (dry: boolean) => start.mutate({ files: filesTogether(uploads, mapping), mapping, dryRun: dry })
  return { ids, dryRun, start, run }
}
export type Runs = ReturnType<typeof useRuns>
