import { Button, FileButton, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { saveFile } from '../../../foundations/ui/chart/save-drawing.ts'
import { YamlField } from '../../../foundations/ui/form/yaml-field.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { columnWords } from './columns.words.ts'
import { draftContract } from './draft.contract.ts'
import styles from './import.module.css'
import { mappingContract } from './mapping.contract.ts'
import { SaveMapping } from './save-mapping.page.tsx'
import type { Wizard } from './use-wizard.page.ts'

interface PanelProps {
  readonly wizard: Wizard
}

/** Mappings that are there already: those saved here, those that come with Tutti. */
function useReadyMappings() {
  const { workspace } = useSession()
  const mappings = useApi(mappingContract).query
  const drafts = useApi(draftContract).query
  const saved = useQuery(mappings.mappings.list.queryOptions({ input: { workspace } }))
  const shipped = useQuery(
    drafts.drafts.shipped.queryOptions({ input: { workspace }, staleTime: Number.POSITIVE_INFINITY }),
  )
  return { saved: saved.data?.mappings ?? [], shipped: shipped.data?.mappings ?? [] }
}

function OtherMapping({ wizard }: PanelProps) {
  const say = useWords(columnWords)
  const { saved, shipped } = useReadyMappings()
  const read = async (file: File | null) => {
    if (file) wizard.setWritten(await file.text())
  }
  const groups = [
    { group: say('saved'), items: saved.map(({ key }) => ({ value: `saved ${key}`, label: key })) },
    {
      group: say('shipped'),
      items: shipped.map(({ key, name }) => ({ value: `shipped ${key}`, label: name })),
    },
  ].filter(({ items }) => items.length > 0)
  const pick = (value: string) => {
    const [from, key] = value.split(' ')
    const found = (from === 'saved' ? saved : shipped).find((one) => one.key === key)
    if (found) wizard.setWritten(found.mapping)
  }
  return (
    <div className={styles.deeds}>
      {groups.length > 0 ? (
        <NativeSelect
          label={say('useMapping')}
          value=""
          data={[{ value: '', label: say('pickMapping') }, ...groups]}
          onChange={(event) => pick(event.currentTarget.value)}
        />
      ) : null}
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

function Ways({ wizard }: PanelProps) {
  const say = useWords(columnWords)
  const { mapping, written, setWritten, findings } = wizard
  const save = () => saveFile('mapping.yaml', new Blob([mapping], { type: 'application/yaml' }))
  return (
    <div className={styles.deeds}>
      {written === null ? (
        <Button variant="default" onClick={() => setWritten(mapping)}>
          {say('edit')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setWritten(null)} title={say('backToFormHint')}>
          {say('backToForm')}
        </Button>
      )}
      <Button variant="default" onClick={save} disabled={mapping === ''}>
        {say('download')}
      </Button>
      <SaveMapping
        mapping={mapping}
        name={wizard.about.source}
        disabled={mapping === '' || (findings?.length ?? 1) > 0}
      />
    </div>
  )
}

/** The mapping beside the form; writing into it puts the form to rest. */
export function MappingPanel({ wizard }: PanelProps) {
  const say = useWords(columnWords)
  const byHand = wizard.written !== null
  return (
    <Card title={say('mapping')} note={say(byHand ? 'byHandNote' : 'mappingNote')}>
      <span className="visually-hidden" role="status">
        {byHand ? say('byHandNote') : ''}
      </span>
      <YamlField
        label={say('yaml')}
        value={wizard.mapping}
        onChange={wizard.setWritten}
        findings={wizard.findings}
        rows={byHand ? 24 : 20}
      />
      <Ways wizard={wizard} />
      <OtherMapping wizard={wizard} />
    </Card>
  )
}
