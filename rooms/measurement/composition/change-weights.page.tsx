import { Button, NumberInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type Measure, type MeasureUnit, measurementContract } from '../contract.ts'
import { compositionWords } from './composition.words.ts'

interface ChangeWeightsProps {
  /** A composite. */
  readonly measure: Measure & { readonly unit: MeasureUnit }
}

type Part = NonNullable<Measure['parts']>[number]

/** A form with the weight of each part of a composite; equal ones keep it comparable over time. */
export function ChangeWeights({ measure: { unit: _, ...measure } }: ChangeWeightsProps) {
  const say = useWords(compositionWords)
  const { language } = useFormats()
  const { workspace } = useSession()
  const { query } = useApi(measurementContract)
  const client = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const parts = measure.parts ?? []
  const [weights, setWeights] = useState<Readonly<Record<string, number>>>({})
  const weightOf = ({ kind, weight = 1 }: Part) => weights[kind] ?? weight
  const put = useMutation(
    query.measures.put.mutationOptions({
      onSuccess: () => {
        void client.invalidateQueries()
        setWeights({})
        close()
      },
    }),
  )
  const save = () => {
    const weighed = parts.map((part) => ({ ...part, weight: weightOf(part) }))
    put.mutate({ workspace, ...measure, parts: weighed })
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {say('changeWeights')}
      </Button>
      <ModalForm
        title={say('changeWeights')}
        opened={opened}
        onClose={close}
        onSave={save}
        saving={put.isPending}
        error={put.error}
      >
        <p>{say('weightsNote')}</p>
        {parts.map((part) => (
          <NumberInput
            key={part.kind}
            label={textIn(part.name ?? part.kind, language)}
            value={weightOf(part)}
            onChange={(value) => setWeights({ ...weights, [part.kind]: Number(value) })}
            min={0.01}
            step={0.5}
            required
            withAsterisk={false}
          />
        ))}
      </ModalForm>
    </>
  )
}
