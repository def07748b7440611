import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ImportRecord } from '../contract.ts'
import { importWords } from './import.words.ts'
import { useImportDeeds } from './use-imports.page.ts'

interface UndoImportProps {
  readonly record: ImportRecord
  readonly compact?: boolean
}

const undoable: readonly ImportRecord['state'][] = ['done', 'failed', 'cancelled']

/** Takes out again what an import kept, after asking once. */
export function UndoImport({ record, compact }: UndoImportProps) {
  const say = useWords(importWords)
  const { workspace } = useSession()
  const mayUndo = useMay('facts:write')
  const [opened, { open, close }] = useDisclosure(false)
  const { undo } = useImportDeeds()
  const { id, state, dryRun, fileName: name, counts } = record
  // What was on its way when an import was cut off may be kept without having been counted.
  const nothing = state === 'done' && counts.rowsKept === 0
  if (!mayUndo || dryRun || !undoable.includes(state) || nothing) return null
  return (
    <>
      <Button
        variant="default"
        size={compact ? 'compact-sm' : undefined}
        onClick={open}
        aria-label={say('undoOf', { name })}
      >
        {say('undo')}
      </Button>
      <ModalForm
        title={say('undoSure', { name })}
        opened={opened}
        onClose={close}
        onSave={() => undo.mutate({ workspace, id }, { onSuccess: close })}
        saveText={say('undo')}
        saving={undo.isPending}
        error={undo.error}
      >
        <p>{say('undoText')}</p>
      </ModalForm>
    </>
  )
}
