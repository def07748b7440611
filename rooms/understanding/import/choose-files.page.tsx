import { Progress } from '@mantine/core'
import { FileDrop } from '../../../foundations/ui/form/file-drop.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import type { Uploading, Wizard } from './use-wizard.page.ts'

function UploadProgress({ uploading }: { readonly uploading: Uploading | null }) {
  const say = useWords(importWords)
  const { percent } = useFormats()
  if (!uploading) return <p>{say('reading')}</p>
  const { name, share } = uploading
  const text = say('uploading', { name, percent: percent(share) })
  return (
    <>
      <p>{text}</p>
      <Progress value={share * 100} color="var(--lived)" size="sm" aria-label={text} />
    </>
  )
}

/** Takes files, shows how they arrive, and says why one was not taken. */
export function ChooseFiles({ wizard }: { readonly wizard: Wizard }) {
  const say = useWords(importWords)
  const { upload, uploading } = wizard
  return (
    <Row>
      <Card>
        {upload.isPending ? (
          <div className={styles.uploading} role="status">
            <UploadProgress uploading={uploading} />
          </div>
        ) : (
          <FileDrop title={say('drop')} action={say('chooseFiles')} onFiles={(files) => upload.mutate(files)}>
            {say('dropHint')}
          </FileDrop>
        )}
        {upload.isError ? <Failed error={upload.error} /> : null}
      </Card>
    </Row>
  )
}
