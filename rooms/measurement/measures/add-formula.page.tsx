import { Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { TwoTextInput } from '../../../foundations/ui/form/two-text-input.tsx'
import { oneText, twoTexts } from '../../../foundations/ui/form/two-texts.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type Figure, type Measure, type MeasureUnit, measurementContract } from '../contract.ts'
import { addFormulaWords } from './add-formula.words.ts'
import { type FormulaFault, formulaAt, formulaFault, namesIn } from './formula-expression.ts'
import { faultSaid } from './measure-fault.ts'

type Listed = Measure & { readonly unit: MeasureUnit }

interface AddFormulaProps {
  readonly measures: readonly Listed[]
  /** Figures of the moment, which tell what the formula gives. */
  readonly figures: readonly Figure[]
}

const units = ['score', 'share', 'points'] as const
const letters = 'abcdefghijkl'

function useDraft() {
  const [name, setName] = useState(twoTexts(undefined))
  const [key, setKey] = useState('')
  const [operands, setOperands] = useState<string[]>([])
  const [is, setIs] = useState('')
  const [unit, setUnit] = useState<(typeof units)[number]>('score')
  const [low, setLow] = useState<number | string>(0)
  const [high, setHigh] = useState<number | string>(100)
  const [better, setBetter] = useState<Measure['better']>('higher')
  return {
    ...{ name, setName, key: key || keyOfName(name.en || name.fr), setKey, operands, setOperands, is, setIs },
    ...{ unit, setUnit, low, setLow, high, setHigh, better, setBetter },
  }
}
type Draft = ReturnType<typeof useDraft>

const namesOf = ({ operands }: Draft) => operands.map((_, at) => letters[at]!)

/** The measure that was drafted; undefined while something is missing. */
function drafted(draft: Draft): Measure | undefined {
  const { key, operands, is, unit, low, high, better } = draft
  const name = oneText(draft.name)
  if (name === undefined || operands.length === 0) return undefined
  const names = namesOf(draft)
  return {
    ...{ key, name, method: 'formula', kind: key, better },
    scale: scaleOf(unit, { low: Number(low), high: Number(high) }),
    ...(unit === 'score' ? {} : { valueUnit: unit }),
    formula: { is, of: operands.map((measure, at) => ({ name: names[at]!, measure })) },
  }
}

function scaleOf(unit: (typeof units)[number], stated: Measure['scale']): Measure['scale'] {
  if (unit === 'points') return { low: -100, high: 100 }
  return unit === 'share' ? { low: 0, high: 1 } : stated
}

/** A form that defines a measure by a formula over others, and tells what it gives before it is kept. */
export function AddFormula({ measures, figures }: AddFormulaProps) {
  const say = useWords(addFormulaWords)
  const [opened, { open, close }] = useDisclosure(false)
  const { workspace } = useSession()
  const { query } = useApi(measurementContract)
  const client = useQueryClient()
  const put = useMutation(
    query.measures.put.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: query.measures.key() })
        await client.invalidateQueries({ queryKey: query.figures.key() })
        close()
      },
    }),
  )
  const draft = useDraft()
  const save = () => {
    const measure = drafted(draft)
    if (measure) put.mutate({ workspace, ...measure })
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {say('add')}
      </Button>
      <ModalForm
        title={say('add')}
        opened={opened}
        onClose={close}
        onSave={save}
        saving={put.isPending}
        error={put.error}
      >
        <Named draft={draft} />
        <Worked draft={draft} measures={measures} figures={figures} />
        <Told draft={draft} />
      </ModalForm>
    </>
  )
}

function Named({ draft }: { readonly draft: Draft }) {
  const say = useWords(addFormulaWords)
  return (
    <>
      <TwoTextInput label={say('name')} value={draft.name} onChange={draft.setName} />
      <TextInput
        label={say('key')}
        description={say('keyRule')}
        value={draft.key}
        onChange={(event) => draft.setKey(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
    </>
  )
}

function Worked({ draft, measures, figures }: AddFormulaProps & { readonly draft: Draft }) {
  const say = useWords(addFormulaWords)
  const { language } = useFormats()
  const offered = measures.filter(({ method }) => method !== 'formula')
  const labelOf = ({ key, name }: Listed) => {
    const at = draft.operands.indexOf(key)
    return at < 0 ? textIn(name, language) : `${letters[at]} = ${textIn(name, language)}`
  }
  const { told, fault } = usePreview(draft, figures)
  return (
    <>
      <MultiSelect
        label={say('of')}
        description={say('ofRule')}
        data={offered.map((one) => ({ value: one.key, label: labelOf(one) }))}
        value={draft.operands}
        onChange={draft.setOperands}
        maxValues={letters.length}
        searchable
        required
        withAsterisk={false}
      />
      <TextInput
        label={say('formula')}
        description={say('formulaRule')}
        value={draft.is}
        onChange={(event) => draft.setIs(event.currentTarget.value)}
        error={fault}
        required
        withAsterisk={false}
      />
      <output aria-live="polite">{told}</output>
    </>
  )
}

/** What the formula gives with the figures of the moment, or what is wrong with it. */
function usePreview(draft: Draft, figures: readonly Figure[]): { told: string; fault: string | null } {
  const say = useWords(addFormulaWords)
  const formats = useFormats()
  const names = namesOf(draft)
  if (draft.is === '' || names.length === 0) return { told: '', fault: null }
  const fault = formulaFault(draft.is, names)
  if (fault) return { told: '', fault: faultTold(fault, formats.language) }
  const used = namesIn(draft.is)
  const unused = names.filter((name) => !used.includes(name))
  if (unused.length > 0) return { told: '', fault: say('unused', { letters: unused.join(', ') }) }
  const values = new Map(
    draft.operands.map((key, at) => [
      names[at]!,
      figures.find(({ measure }) => measure === key)?.estimate.value ?? Number.NaN,
    ]),
  )
  const { value } = formulaAt(draft.is, values)
  if (!Number.isFinite(value)) return { told: say('noValue'), fault: null }
  const { low, high } = scaleOf(draft.unit, { low: Number(draft.low), high: Number(draft.high) })
  const lies = value < low || value > high ? 'outside' : 'now'
  return { told: say(lies, { value: formats.value(value, { unit: draft.unit }) }), fault: null }
}

function faultTold(fault: FormulaFault, language: 'en' | 'fr'): string {
  const { message, hint } = faultSaid(fault)[language]
  return `${message} ${hint}`
}

function Told({ draft }: { readonly draft: Draft }) {
  const say = useWords(addFormulaWords)
  return (
    <>
      <Select
        label={say('unit')}
        data={units.map((value) => ({ value, label: say(value) }))}
        value={draft.unit}
        onChange={(unit) => unit && draft.setUnit(unit as Draft['unit'])}
        allowDeselect={false}
      />
      {draft.unit === 'score' ? (
        <>
          <NumberInput
            label={say('low')}
            value={draft.low}
            onChange={draft.setLow}
            required
            withAsterisk={false}
          />
          <NumberInput
            label={say('high')}
            value={draft.high}
            onChange={draft.setHigh}
            required
            withAsterisk={false}
          />
        </>
      ) : null}
      <Select
        label={say('better')}
        data={(['higher', 'lower'] as const).map((value) => ({ value, label: say(value) }))}
        value={draft.better}
        onChange={(better) => better && draft.setBetter(better as Measure['better'])}
        allowDeselect={false}
      />
    </>
  )
}
