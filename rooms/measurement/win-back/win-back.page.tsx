import { NumberInput, Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { BudgetCurve } from './budget-curve.page.tsx'
import { LeaversTable, ReturnCurves } from './leavers-return.page.tsx'
import { ReturnsCheckCard } from './returns-check.page.tsx'
import { SilentBands } from './silent-bands.page.tsx'
import { SilentSplitCard } from './silent-split.page.tsx'
import { type CostName, costNames, useWinBack, type WinBackData } from './use-win-back.page.ts'
import type { WinBack } from './win-back.contract.ts'
import { winBackWords } from './win-back.words.ts'

const monthChoices = ['3', '6', '12', '18', '24'] as const

interface AmountProps {
  readonly name: CostName
  readonly data: WinBackData
  readonly found: string | undefined
}

/** An amount that the organisation may say; it is asked for once the field is left or Enter is pressed. */
function Amount({ name, data, found }: AmountProps) {
  const say = useWords(winBackWords)
  const isShare = name === 'winBackRate'
  const asked = data.costs[name]
  const shown = asked === undefined ? '' : isShare ? asked * 100 : asked
  const [typed, type] = useState<number | string>(shown)
  // What was typed last, even where Enter comes before the field is drawn again.
  const latest = useRef<number | string>(shown)
  const write = (value: number | string) => {
    latest.current = value
    type(value)
  }
  useEffect(() => {
    latest.current = shown
    type(shown)
  }, [shown])
  const ask = () => {
    if (latest.current === shown) return
    const value = latest.current === '' ? undefined : Number(latest.current) / (isShare ? 100 : 1)
    data.set({ [name]: value === undefined ? undefined : String(value) })
  }
  return (
    <NumberInput
      w={176}
      label={say(name)}
      placeholder={found === undefined ? say('notSaid') : say('fromFacts', { value: found })}
      value={typed}
      onChange={write}
      onBlur={ask}
      onKeyDown={({ key }) => key === 'Enter' && ask()}
      min={0}
      max={isShare ? 100 : 1e9}
      hideControls
    />
  )
}

function useFound(winBack: WinBack | undefined): (name: CostName) => string | undefined {
  const formats = useFormats()
  return (name) => {
    if (!winBack) return undefined
    const { contactCost, winBackRate, value, offer } = winBack
    if (name === 'contactCost')
      return contactCost ? formats.money(contactCost.value, value.currency) : undefined
    if (name === 'winBackRate')
      return winBackRate?.value == null ? undefined : formats.percent(winBackRate.value, 1)
    return name === 'offer' ? formats.money(offer, value.currency) : undefined
  }
}

function Choices({ data }: { readonly data: WinBackData }) {
  const say = useWords(winBackWords)
  const done = data.winBack.data?.state === 'done' ? data.winBack.data.result : undefined
  const found = useFound(done)
  const months = (name: 'silent' | 'months', value: number) => (
    <Select
      w={172}
      label={say(name)}
      data={[...monthChoices]}
      value={String(value)}
      onChange={(chosen) => data.set({ [name]: chosen === '12' ? undefined : (chosen ?? undefined) })}
      allowDeselect={false}
    />
  )
  return (
    <>
      <Select
        w={150}
        label={say('value')}
        data={done?.values ?? []}
        value={done?.value.kind ?? null}
        onChange={(kind) => kind && data.set({ value: kind })}
      />
      {months('silent', data.silent)}
      {months('months', data.months)}
      {costNames.map((name) => (
        <Amount key={name} name={name} data={data} found={found(name)} />
      ))}
    </>
  )
}

/** Who comes back alone, who must be won back, who is gone, and what it takes. */
export function WinBackPage() {
  const say = useWords(winBackWords)
  const formats = useFormats()
  const data = useWinBack()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.winBack}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ buyers, to }) =>
        to ? say('note', { buyers: formats.number(buyers), to: formats.day(to) }) : '\u00a0'
      }
    >
      {(result) => (
        <Row>
          <SilentSplitCard winBack={result} />
          <BudgetCurve winBack={result} />
          <ReturnsCheckCard winBack={result} />
          <LeaversTable winBack={result} />
          <ReturnCurves winBack={result} />
          <SilentBands winBack={result} />
        </Row>
      )}
    </AnalysisFrame>
  )
}
