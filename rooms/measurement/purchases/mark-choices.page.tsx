import { Select } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useMarkMeasures } from './use-mark-measures.page.ts'

interface MarkChoicesProps {
  /** What is shown; none while it is being worked out. */
  readonly shown:
    | {
        readonly measure: { readonly key: string; readonly name: LocalText }
        readonly value: { readonly kind: string }
        readonly values: readonly string[]
      }
    | undefined
  readonly labels: { readonly measure: string; readonly value: string }
}

/** Which marks tell how people are treated, and which outcomes what they bring. */
export function MarkChoices({ shown, labels }: MarkChoicesProps) {
  const { language } = useFormats()
  const measures = useMarkMeasures()
  const set = useSetSearch()
  return (
    <>
      <Select
        w={240}
        label={labels.measure}
        data={measures.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={shown?.measure.key ?? null}
        onChange={(key) => key && set({ measure: key })}
      />
      <Select
        w={170}
        label={labels.value}
        data={[...(shown?.values ?? [])]}
        value={shown?.value.kind ?? null}
        onChange={(kind) => kind && set({ value: kind })}
      />
    </>
  )
}
