import { Button, Checkbox, FileButton, Progress, Textarea } from '@mantine/core'
import type { FormEvent } from 'react'
import { useFormats } from '../../../foundations/ui/format/use-formats.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { type ImportForm as Form, useImport } from './use-import.page.ts'

function Files({ form }: { readonly form: Form }) {
  const say = useWords(importWords)
  const { bytes } = useFormats()
  return (
    <div className={styles.field}>
      <FileButton
        onChange={form.setFiles}
        accept=".csv,.txt,text/csv"
        inputProps={{ 'aria-label': say('chooseFiles') }}
        multiple
      >
        {(props) => (
          <Button {...props} variant="default">
            {say('chooseFiles')}
          </Button>
        )}
      </FileButton>
      <ul className={styles.files}>
        {form.files.length === 0 ? <li className={styles.muted}>{say('noFile')}</li> : null}
        {form.files.map((file) => (
          <li key={file.name}>
            {file.name} <span className={styles.muted}>{bytes(file.size)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Mapping({ form }: { readonly form: Form }) {
  const say = useWords(importWords)
  const read = async (file: File | null) => {
    if (file) form.setMapping(await file.text())
  }
  return (
    <div className={styles.field}>
      <Textarea
        label={say('mapping')}
        description={say('mappingHint')}
        classNames={{ input: styles.code }}
        value={form.mapping}
        onChange={(event) => form.setMapping(event.currentTarget.value)}
        rows={10}
        spellCheck={false}
        wrap="off"
      />
      <FileButton
        onChange={(file) => void read(file)}
        accept=".yaml,.yml,text/yaml,application/yaml"
        inputProps={{ 'aria-label': say('chooseMapping') }}
      >
        {(props) => (
          <Button {...props} variant="default">
            {say('chooseMapping')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

function UploadProgress({ form }: { readonly form: Form }) {
  const say = useWords(importWords)
  const { percent } = useFormats()
  if (!form.uploading) return null
  const { name, share } = form.uploading
  const text = say('uploading', { name, percent: percent(share) })
  return (
    <div role="status">
      <p className={styles.muted}>{text}</p>
      <Progress value={share * 100} color="var(--lived)" size="sm" aria-label={text} />
    </div>
  )
}

/** Files, a mapping, and whether anything shall be kept. */
export function ImportForm() {
  const say = useWords(importWords)
  const form = useImport()
  const ready = form.files.length > 0 && form.mapping.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.start.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Files form={form} />
      <Mapping form={form} />
      <Checkbox
        checked={form.dryRun}
        onChange={(event) => form.setDryRun(event.currentTarget.checked)}
        label={say('dryRun')}
        description={say('dryRunHint')}
      />
      <UploadProgress form={form} />
      {form.start.isError ? <Failed error={form.start.error} /> : null}
      <Button type="submit" disabled={!ready} loading={form.start.isPending}>
        {say('start')}
      </Button>
    </form>
  )
}
