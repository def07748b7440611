import { Button, FileButton, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { saveFile } from '../../../foundations/ui/chart/save-drawing.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type ExperienceFinding, strategyContract } from '../contract.ts'
import { CheckOutcome } from './check-outcome.page.tsx'
import styles from './experience-file.module.css'
import { experienceFileWords } from './experience-file.words.ts'

/** The text being edited, and what may be done with it. */
function useExperienceFile() {
  const { workspace } = useSession()
  const { call } = useApi(strategyContract)
  const client = useQueryClient()
  const [yaml, setYaml] = useState('')
  const check = useMutation({
    mutationFn: (text: string) => call.experience.check({ workspace, yaml: text }),
  })
  const apply = useMutation({
    mutationFn: () => call.experience.apply({ workspace, yaml }),
    onSuccess: () => client.invalidateQueries(),
  })
  const current = useMutation({
    mutationFn: () => call.experience.export({ workspace }),
    onSuccess: (exported) => write(exported.yaml),
  })
  function write(text: string) {
    setYaml(text)
    check.reset()
    apply.reset()
  }
  return { yaml, write, check, apply, current }
}

type ExperienceFile = ReturnType<typeof useExperienceFile>

function Sources({ file }: { readonly file: ExperienceFile }) {
  const say = useWords(experienceFileWords)
  const read = async (chosen: File | null) => {
    if (!chosen) return
    const text = await chosen.text()
    file.write(text)
    file.check.mutate(text)
  }
  const save = () => saveFile('experience.yaml', new Blob([file.yaml], { type: 'application/yaml' }))
  return (
    <div className={styles.buttons}>
      <FileButton
        onChange={(chosen) => void read(chosen)}
        accept=".yaml,.yml,text/yaml,application/yaml"
        inputProps={{ 'aria-label': say('choose') }}
      >
        {(props) => (
          <Button {...props} variant="default">
            {say('choose')}
          </Button>
        )}
      </FileButton>
      <Button variant="default" onClick={() => file.current.mutate()} loading={file.current.isPending}>
        {say('current')}
      </Button>
      <Button variant="default" onClick={save} disabled={file.yaml === ''}>
        {say('download')}
      </Button>
    </div>
  )
}

function Deeds({ file }: { readonly file: ExperienceFile }) {
  const say = useWords(experienceFileWords)
  const mayWrite = useMay('records:write')
  const clean = file.check.data?.findings.length === 0
  const empty = file.yaml.trim() === ''
  return (
    <div className={styles.buttons}>
      <Button
        variant={clean ? 'default' : 'filled'}
        onClick={() => file.check.mutate(file.yaml)}
        loading={file.check.isPending}
        disabled={empty}
      >
        {say('check')}
      </Button>
      {mayWrite ? (
        <Button
          variant={clean ? 'filled' : 'default'}
          onClick={() => file.apply.mutate()}
          loading={file.apply.isPending}
          disabled={empty || !clean}
        >
          {say('apply')}
        </Button>
      ) : (
        <p className={styles.muted}>{say('mayNot')}</p>
      )}
    </div>
  )
}

/** Puts the cursor where a finding points. */
function selectLine(field: HTMLTextAreaElement | null, { line, column }: ExperienceFinding) {
  if (!field) return
  const lines = field.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  field.focus()
  field.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0))
  const lineHeight = field.scrollHeight / Math.max(1, lines.length)
  field.scrollTop = Math.max(0, (line - 4) * lineHeight)
}

/** The experience as one file: read it, check it, apply it. */
export function ExperienceFilePage() {
  const say = useWords(experienceFileWords)
  const file = useExperienceFile()
  const field = useRef<HTMLTextAreaElement>(null)
  const error = file.check.error ?? file.apply.error ?? file.current.error
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      <Row>
        <Card title={say('text')} span={7} aside={<Sources file={file} />}>
          <Textarea
            ref={field}
            aria-label={say('text')}
            classNames={{ input: styles.text }}
            value={file.yaml}
            onChange={(event) => file.write(event.currentTarget.value)}
            rows={24}
            spellCheck={false}
            wrap="off"
          />
          <Deeds file={file} />
        </Card>
        <Card title={say('outcome')} span={5}>
          {error ? <Failed error={error} /> : null}
          <CheckOutcome
            findings={file.check.data?.findings}
            changes={file.check.data?.changes}
            applied={file.apply.data?.changes}
            onFind={(finding) => selectLine(field.current, finding)}
          />
        </Card>
      </Row>
    </>
  )
}
