import { Autocomplete, Button, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { measurementContract } from '../contract.ts'
import {
  type ListedMeasure,
  libraryContract,
  type MeasureLibrary,
  measureFamilies,
} from './library.contract.ts'
import styles from './measure-library.module.css'
import { measureLibraryWords } from './measure-library.words.ts'

/** Takes a measure of the field into the workspace, with the names that the workspace has for its facts. */
export function TakeMeasure() {
  const say = useWords(measureLibraryWords)
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open}>
        {say('open')}
      </Button>
      {opened ? <TakeForm close={close} /> : null}
    </>
  )
}

function useTaking(close: () => void) {
  const client = useQueryClient()
  const { query } = useApi(libraryContract)
  const { query: measurement } = useApi(measurementContract)
  return useMutation(
    query.measureLibrary.add.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: measurement.measures.key() })
        await client.invalidateQueries({ queryKey: measurement.figures.key() })
        await client.invalidateQueries({ queryKey: query.measureLibrary.key() })
        close()
      },
    }),
  )
}

function TakeForm({ close }: { readonly close: () => void }) {
  const say = useWords(measureLibraryWords)
  const { workspace } = useSession()
  const { query } = useApi(libraryContract)
  const library = useQuery(query.measureLibrary.list.queryOptions({ input: { workspace } }))
  const [key, setKey] = useState<string | null>(null)
  const [names, setNames] = useState<{ kind?: string; followedBy?: string }>({})
  const taking = useTaking(close)
  const chosen = library.data?.measures.find(({ measure }) => measure.key === key)
  const save = () => chosen && taking.mutate({ workspace, key: chosen.measure.key, ...names })
  return (
    <ModalForm
      title={say('title')}
      opened
      onClose={close}
      onSave={save}
      saveText={say('take')}
      saving={taking.isPending}
      error={taking.error}
    >
      <QueryState query={library} height={160}>
        {(found) => (
          <>
            <Choice
              library={found}
              value={key}
              onChange={(next) => {
                setKey(next)
                setNames({})
              }}
            />
            {chosen ? <Told one={chosen} library={found} names={names} onNames={setNames} /> : null}
          </>
        )}
      </QueryState>
    </ModalForm>
  )
}

interface ChoiceProps {
  readonly library: MeasureLibrary
  readonly value: string | null
  readonly onChange: (key: string | null) => void
}

function Choice({ library, value, onChange }: ChoiceProps) {
  const say = useWords(measureLibraryWords)
  const { language } = useFormats()
  const labelOf = ({ measure, isAdded }: ListedMeasure) => {
    const name = textIn(measure.name, language)
    return isAdded ? say('has', { name }) : name
  }
  return (
    <Select
      label={say('measure')}
      data={measureFamilies.map((family) => ({
        group: say(family),
        items: library.measures
          .filter((one) => one.family === family)
          .map((one) => ({ value: one.measure.key, label: labelOf(one), disabled: one.isAdded })),
      }))}
      value={value}
      onChange={onChange}
      searchable
      required
      withAsterisk={false}
    />
  )
}

interface ToldProps {
  readonly one: ListedMeasure
  readonly library: MeasureLibrary
  readonly names: { readonly kind?: string; readonly followedBy?: string }
  readonly onNames: (names: { kind?: string; followedBy?: string }) => void
}

/** What the chosen measure tells, how it may be asked, and what it reads here. */
function Told({ one, library, names, onNames }: ToldProps) {
  const say = useWords(measureLibraryWords)
  const formats = useFormats()
  const { measure, definition, asks, source, needs, found } = one
  const facts = measure.facts ?? 'answers'
  const isRead = measure.method !== 'formula' && measure.parts === undefined
  const known =
    isRead && names.kind !== undefined ? library.names[facts].includes(names.kind) : (found ?? 1) > 0
  const came =
    names.kind === undefined && found !== null && found > 0 ? say('found', { n: formats.number(found) }) : ''
  return (
    <div className={styles.told}>
      <p>{textIn(definition, formats.language)}</p>
      {asks ? <p>{say('asks', { text: textIn(asks, formats.language) })}</p> : null}
      <p className={styles.source}>{say('source', { source })}</p>
      {needs.length > 0 ? <p>{say('needs', { names: formats.list(needs) })}</p> : null}
      {isRead ? (
        <Autocomplete
          label={say('kind')}
          description={known ? came : say('notFound')}
          data={library.names[facts]}
          value={names.kind ?? measure.kind}
          onChange={(kind) => onNames({ ...names, kind })}
        />
      ) : null}
      {measure.followedBy ? (
        <Autocomplete
          label={say('followedBy')}
          data={library.names.interactions}
          value={names.followedBy ?? measure.followedBy.name}
          onChange={(followedBy) => onNames({ ...names, followedBy })}
        />
      ) : null}
    </div>
  )
}
